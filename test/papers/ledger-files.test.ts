import { expect } from 'chai'
import { buffer } from 'node:stream/consumers'
import { strFromU8, unzipSync } from 'fflate'
import readSheet from 'read-excel-file/node'
import type { ReportPaper } from '../../src/casework/report/paper.js'
import { ledgerCsv, ledgerWorkbook } from '../../src/papers/index.js'
import { exported, paperOf } from './paper.js'

const head =
  '序号 编号 登记时间 地点·窗口 渠道 反映人 联系方式 事项名称 涉及部门 情形 简述 原因类别 责任认定 认定时间 期限 ' +
  '答复/反馈时间 是否按期 整改内容 后续办理结果 满意度 办结时间 备注'

const workbookOf = (paper: ReportPaper) => buffer(ledgerWorkbook(paper, exported))
const sheetOf = (workbook: Buffer) => strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml']!)

describe('The ledger as a workbook', function () {
  this.timeout(60_000)

  for (const count of [0, 60, 10_000])
    it(`of ${count} cases is read back by another program, line by line`, async () => {
      const rows = await read(await workbookOf(paperOf(count)))
      expect(rows).to.have.length(count + 1)
      expect(rows[0]!.join(' ')).to.equal(head)
      rows.slice(1).forEach((row, index) => {
        expect(row[0]).to.equal(index + 1)
        expect(row[1]).to.equal(`2026-${String(index + 1).padStart(5, '0')}-0`)
      })
    })

  it('has numbers as numbers and days as days, by the clock of the office', async () => {
    const [, first] = await read(await workbookOf(paperOf(1)))
    expect(first![0]).to.equal(1)
    expect(first![2], 'half past nine in the office').to.deep.equal(new Date('2026-05-06T09:30:00Z'))
    expect(first![14]).to.deep.equal(new Date('2026-05-20T00:00:00Z'))
    expect(first![20]).to.deep.equal(new Date('2026-06-03T09:00:00Z'))
    expect(first![5]).to.equal('覃**')
    expect(first![6]).to.equal('100****0101')
  })

  it('keeps its head in sight, filters every column, and says at its foot who took it out', async () => {
    const sheet = sheetOf(await workbookOf(paperOf(3)))
    expect(sheet).to.include('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(sheet).to.include('<autoFilter ref="A1:V4"/>')
    expect(sheet).to.include('政管办经办人甲于2026年7月3日（周五）09:00导出')
  })

  for (const formula of ['=1+1', '+cmd', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x")'])
    it(`takes ${JSON.stringify(formula)} for words`, async () => {
      const workbook = await workbookOf(paperOf(1, { description: formula }))
      expect(sheetOf(workbook)).not.to.match(/<f[ >]/)
      const [, first] = await read(workbook)
      expect(String(first![10]).trim()).to.equal(formula.trim())
    })

  it('survives words that no XML allows', async () => {
    const words = 'a\u0000b\u000bc\ud800d<&>"\'😀'
    const [, first] = await read(await workbookOf(paperOf(1, { description: words })))
    expect(first![10]).to.equal('abcd<&>"\'😀')
  })

  it('that fails half way fails whole', async () => {
    const paper: ReportPaper = {
      ...paperOf(1),
      // eslint-disable-next-line @typescript-eslint/require-await, require-yield
      async *ledger() {
        throw new Error('the disk is gone')
      },
    }
    const failure = await workbookOf(paper).then(
      () => null,
      (error: unknown) => error,
    )
    expect(failure).to.be.instanceOf(Error).with.property('message', 'the disk is gone')
  })
})

describe('The ledger as plain text', () => {
  const textOf = async (paper: ReportPaper) => (await buffer(ledgerCsv(paper, exported))).toString('utf8')

  it('begins with the mark of its encoding, ends with who took it out', async () => {
    const lines = (await textOf(paperOf(60))).split('\r\n')
    expect(lines[0]).to.equal(`\ufeff${head.replaceAll(' ', ',')}`)
    expect(lines).to.have.length(63)
    expect(lines[61]).to.include('政管办经办人甲于2026年7月3日（周五）09:00导出').and.not.include('未固化')
  })

  it('shows what would be run, and keeps what would break the line', async () => {
    const text = await textOf(paperOf(1, { description: '=1+1,"甲"\r\n乙' }))
    expect(text).to.include(`,"'=1+1,""甲""\r\n乙",`)
  })
})

/** The rows of the one sheet. */
async function read(workbook: Buffer): Promise<(string | number | boolean | Date | null)[][]> {
  const sheets = await readSheet(workbook)
  return (sheets[0] as unknown as { data: never }).data
}
