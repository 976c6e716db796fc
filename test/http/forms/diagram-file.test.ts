import { expect } from 'chai'
import { readDiagramFile } from '../../../src/http/forms/diagram-file.js'

/** 测试 in GBK. */
const words = [0xb2, 0xe2, 0xca, 0xd4]

describe('A diagram’s file', () => {
  const read = (head: string, bytes: readonly number[], tail: string) =>
    readDiagramFile({
      file: new Uint8Array([...Buffer.from(head, 'latin1'), ...bytes, ...Buffer.from(tail, 'latin1')]),
      pasted: '',
    })

  it('is read in the encoding it names, and is UTF-8 from then on', () => {
    expect(read('<?xml version="1.0" encoding="GBK"?><a>', words, '</a>')).to.deep.equal({
      xml: '<?xml version="1.0" encoding="UTF-8"?><a>测试</a>',
    })
    const wide = Buffer.from('\ufeff<a>测试</a>', 'utf16le')
    expect(readDiagramFile({ file: wide, pasted: '' })).to.deep.equal({ xml: '<a>测试</a>' })
  })

  it('in an encoding that it is not in is refused in words; one that nobody knows stands for UTF-8', () => {
    expect(read('<a>', words, '</a>'))
      .to.have.property('wrong')
      .that.includes('UTF-8')
    expect(read('<?xml version="1.0" encoding="klingon"?><a>', words, '</a>')).to.have.property('wrong')
    expect(read('<?xml version="1.0" encoding="klingon"?><a>', [], '</a>')).to.deep.equal({
      xml: '<?xml version="1.0" encoding="UTF-8"?><a></a>',
    })
  })

  it('comes before what was pasted; neither is told to be missing', () => {
    const file = new Uint8Array(Buffer.from('<a/>'))
    expect(readDiagramFile({ file, pasted: '<b/>' })).to.deep.equal({ xml: '<a/>' })
    expect(readDiagramFile({ file: null, pasted: '<b/>' })).to.deep.equal({ xml: '<b/>' })
    expect(readDiagramFile({ file: null, pasted: ' ' }))
      .to.have.property('wrong')
      .that.includes('粘贴')
  })
})
