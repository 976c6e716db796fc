import { expect } from 'chai'
import fc from 'fast-check'
import { readDiagramFile } from '../../../src/http/forms/diagram-file.js'
import { readParts } from '../../../src/http/forms/multipart.js'

/** 测试 in GBK. */
const words = [0xb2, 0xe2, 0xca, 0xd4]

describe('A form with a file', () => {
  it('is read as the browser wrote it, whatever is in the file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        async (file, typed) => {
          const form = new FormData()
          form.set('pasted', typed)
          form.set('file', new Blob([Uint8Array.from(file)]), '流程 "1".bpmn')
          const sent = new Response(form)
          const body = Buffer.from(await sent.arrayBuffer())
          const parts = readParts(sent.headers.get('content-type') ?? '', body)
          expect(parts.map(({ name, isFile }) => [name, isFile])).to.deep.equal([
            ['pasted', false],
            ['file', true],
          ])
          expect(parts[0]?.content.toString('utf8')).to.equal(typed.replace(/\r\n?|\n/g, '\r\n'))
          expect(new Uint8Array(parts[1]?.content ?? [])).to.deep.equal(file)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('that breaks off, or is none, has nothing in it and is no error', () => {
    const body = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n'
    const type = 'multipart/form-data; boundary=x'
    expect(readParts(type, Buffer.from(body))).to.have.lengthOf(1)
    for (let length = 0; length < body.length - 4; length++)
      expect(readParts(type, Buffer.from(body.slice(0, length)))).to.deep.equal([])
    expect(readParts('multipart/form-data', Buffer.from(body))).to.deep.equal([])
    expect(readParts(type, Buffer.from(`noise${body}`))).to.deep.equal([])
  })
})

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

  it('in an encoding that it is not in, or that nobody knows, is refused in words', () => {
    expect(read('<a>', words, '</a>'))
      .to.have.property('wrong')
      .that.includes('UTF-8')
    expect(read('<?xml version="1.0" encoding="klingon"?><a>', [], '</a>')).to.have.property('wrong')
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
