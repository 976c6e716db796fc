import { expect } from 'chai'
import fc from 'fast-check'
import { checkSource } from '../../../src/engine/lint/index.js'
import { diagram, end, flows, start, task } from '../../helpers/bpmn.js'

const good = diagram(start() + task('A') + end() + flows('Start', 'A', 'End'))
const said = (xml: string) => checkSource(xml).map(({ message }) => message)

describe('a file before it is parsed', () => {
  it('passes when it is an ordinary diagram', () => {
    expect(said(good)).to.deep.equal([])
    expect(said('\ufeff' + good)).to.deep.equal([])
    expect(said(good.replace('<bpmn:process', '<!-- <!DOCTYPE x> & </a> --><bpmn:process'))).to.deep.equal([])
    expect(
      said(diagram('<bpmn:documentation><![CDATA[<!DOCTYPE x> </a>]]></bpmn:documentation>')),
    ).to.deep.equal([])
    expect(said(good.replace('name="A"', `name="a > b, it's"`))).to.deep.equal([])
  })

  const refused: Record<string, [xml: string, says: string]> = {
    nothing: [' \n', '空的'],
    'more than 2 MB': [diagram(`<!-- ${'x'.repeat(2 * 1024 * 1024)} -->`), '2 MB'],
    'more than 2 MB of Chinese': [diagram(`<!-- ${'长'.repeat(800 * 1024)} -->`), '2 MB'],
    'a document type': [
      good.replace('?>', '?><!DOCTYPE definitions SYSTEM "file:///etc/passwd">'),
      'DOCTYPE',
    ],
    'an entity bomb': [
      good.replace('?>', '?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'),
      'ENTITY',
    ],
    'a document type in small letters': [good.replace('?>', '?><!doctype html>'), 'DOCTYPE'],
    'a null byte': [good.replace('测试流程', '测试\0流程'), '控制字符'],
    'tags within tags without end': [
      diagram('<bpmn:subProcess>'.repeat(100) + '</bpmn:subProcess>'.repeat(100)),
      '60 层',
    ],
    'what is no XML': ['hello', '不是完整的 XML（第 1 行有错）'],
    'a web page that was cut off': ['<html><body>', '不是完整的 XML（第 1 行有错）'],
    'tags that cross': [diagram('<a><b></a></b>'), '不是完整的 XML（第 5 行有错）'],
    'two roots': ['<a/><b/>', '不是完整的 XML（第 1 行有错）'],
    'a tag that never ends': ['<a name="', '不是完整的 XML（第 1 行有错）'],
    'a comment that never ends': ['<a/><!-- ', '不是完整的 XML（第 1 行有错）'],
    'text behind the end': [good + 'x', '不是完整的 XML（第 7 行有错）'],
  }
  for (const [title, [xml, says]] of Object.entries(refused)) {
    it(`is refused when it is ${title}`, () => {
      const [message, ...more] = said(xml)
      expect(message).to.contain(says)
      expect(message).to.match(/请.*。$/)
      expect(more).to.deep.equal([])
    })
  }

  it('is looked through once, whatever it is', () => {
    const hostile = [
      '<'.repeat(1_000_000),
      '<a '.repeat(500_000),
      '<!--'.repeat(400_000),
      '<a x="'.repeat(300_000),
      '</'.repeat(800_000),
    ]
    const begin = process.cpuUsage()
    for (const xml of hostile) expect(said(xml)).to.have.length(1)
    expect(process.cpuUsage(begin).user / 1000, 'milliseconds of work').to.be.below(2000)
  })

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      '!',
      '--',
      '"',
      "'",
      'a',
      ' ',
      '<a>',
      '</a>',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '<!DOCTYPE',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), parts => checkSource(parts.join('')).length <= 1),
    )
  })
})
