import { expect } from 'chai'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { reportDocx } from '../../src/papers/index.js'
import { asPdf, soffice } from './office-suite.js'
import { exported, paperOf } from './paper.js'

const documentOf = (count: number) =>
  reportDocx(paperOf(count), { by: exported, officeName: '城中区政务服务监督管理办公室' })

/** The parts of a document, each XML that is well formed; a part that is not fails here. */
function partsOf(document: Buffer): Readonly<Record<string, string>> {
  const parts = Object.entries(unzipSync(document)).filter(([name]) => /\.(xml|rels)$/.test(name))
  return Object.fromEntries(
    parts.map(([name, bytes]) => {
      const xml = strFromU8(bytes)
      const parser = new SaxesParser()
      parser.on('error', error => {
        throw new Error(`${name}: ${error.message}`)
      })
      parser.write(xml).close()
      return [name, xml]
    }),
  )
}

/** The words of a part, a paragraph a line. */
const wordsOf = (xml: string) =>
  xml
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')

describe('The report as a document', function () {
  this.timeout(60_000)
  let document: Buffer
  let parts: Readonly<Record<string, string>>
  let body: string
  before(async () => {
    document = await documentOf(60)
    parts = partsOf(document)
    body = parts['word/document.xml'] ?? ''
  })

  it('stands on A4 with the margins of official documents', () => {
    // twentieths of a point: 37, 26, 35 and 28 mm
    expect(body).to.match(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/)
    expect(body).to.match(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  })

  it('names the typefaces and sizes of the standard, each with another to take instead', () => {
    expect(body).to.include('w:eastAsia="方正小标宋简体"').and.include('w:eastAsia="仿宋_GB2312"')
    expect(body).to.include('w:eastAsia="黑体"').and.include('w:eastAsia="楷体_GB2312"')
    expect(body).to.include('<w:sz w:val="44"/>').and.include('<w:sz w:val="32"/>')
    expect(parts['word/fontTable.xml']).to.include('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>')
  })

  it('has lines of 28.95 points and paragraphs two characters in', () => {
    expect(body).to.include('w:line="579" w:lineRule="exact"').and.include('<w:ind w:firstLine="640"/>')
  })

  it('numbers its pages — 1 — on the outer side', () => {
    const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d/.test(name))
    expect(footers).to.not.be.empty
    for (const [, xml] of footers) {
      expect(xml).to.include('— ').and.include(' —').and.include('PAGE')
      expect(xml).to.match(/<w:jc w:val="(left|right)"\/>/)
    }
    expect(parts['word/settings.xml']).to.include('<w:evenAndOddHeaders')
  })

  it('says who took it out, and hides who it is about', () => {
    const headers = Object.entries(parts).filter(([name]) => /^word\/header\d/.test(name))
    for (const [, xml] of headers)
      expect(wordsOf(xml)).to.include('政管办经办人甲于2026年7月3日（周五）09:00导出')
    expect(wordsOf(body)).to.include('覃**').and.not.include('覃小梅')
    expect(Object.values(parts).join()).not.to.include('10000000101')
  })

  it('has the title, the sections, the annexes and the signature of an official report', () => {
    const words = wordsOf(body)
    expect(words).to.match(
      /^2026年第二季度解决群众“办不成事”问题工作情况报告\n城中政管报〔2026〕3号\n区行政审批制度改革工作领导小组：\n一、总体情况\n/,
    )
    for (const heading of [
      '二、原因分析',
      '三、办理时效',
      '四、办成情况',
      '五、整改与复发',
      '六、典型案例',
      '七、存在问题与建议',
    ])
      expect(words).to.include(`\n${heading}\n`)
    expect(words).to.include('附件：1. 主要数据\n2. 分类情况\n3. 图表\n4. 指标口径\n5. 办理台账')
    expect(words).to.include('城中区政务服务监督管理办公室\n2026年7月3日\n附件1\n')
    expect(words).to.include('共60件。台账全部22列见随附电子表格。')
  })

  it('shows each chart as a picture with its numbers beneath', () => {
    const pictures = Object.keys(unzipSync(document)).filter(name => /^word\/media\/.+\.png$/.test(name))
    expect(pictures).to.have.length(6)
    expect(body.match(/<w:drawing>/g)).to.have.length(6)
  })

  it('of an empty quarter is a letter of one section with its figures', async () => {
    const words = wordsOf(partsOf(await documentOf(0))['word/document.xml'] ?? '')
    expect(words).to.include('实行零报告').and.include('附件：1. 主要数据\n2. 指标口径\n3. 办理台账')
    expect(words).to.include('本季度没有事项。')
  })

  it('of ten thousand cases prints the first 200 lines of the ledger, and says so', async () => {
    const large = await documentOf(10_000)
    expect(wordsOf(partsOf(large)['word/document.xml'] ?? '')).to.include(
      '共10000件，此处列前200件；全部事项、全部22列见随附电子表格。',
    )
    expect(large.length).to.be.below(1_000_000)
  })

  // CI may have no LibreOffice; where there is one, it has the last word. The structure above is checked everywhere.
  it(`opens ${soffice === null ? 'as far as can be told WITHOUT LibreOffice, which is not on this machine' : 'in LibreOffice'}`, async () => {
    if (soffice === null) {
      expect(parts['[Content_Types].xml']).to.include('wordprocessingml.document.main+xml')
      expect(parts['_rels/.rels']).to.include('word/document.xml')
      return
    }
    const pdf = (await asPdf(document, soffice)).toString('latin1')
    expect(pdf).to.match(/^%PDF-/)
    const pages = Number(/\/Type\s*\/Pages[^>]*\/Count (\d+)/.exec(pdf)?.[1] ?? 0)
    expect(pages).to.be.within(10, 25)
    // A4 upright, and the ledger lying
    expect(pdf).to.match(/\/MediaBox\s*\[0 0 595[.\d]* 841[.\d]*\]/)
    expect(pdf).to.match(/\/MediaBox\s*\[0 0 841[.\d]* 595[.\d]*\]/)
  })
})
