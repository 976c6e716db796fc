import { expect } from 'chai'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import readSheet from 'read-excel-file/node'
import { run, temporaryFolder } from './run-command.js'

const now = '2026-07-02T09:00:00+08:00'

describe('bandecheng report', function () {
  this.timeout(60_000)
  const folder = temporaryFolder()
  const out = path.join(folder.at, 'out', 'there')
  before(async () => {
    expect((await run(['migrate', '--data', folder.at], { now })).code).to.equal(0)
  })
  after(() => {
    folder.remove()
  })

  it('writes the document, the workbook and the figures of a quarter', async () => {
    const said = await run(['report', '2026Q2', '--out', out, '--data', folder.at], { now })
    expect(said).to.include({ code: 0, err: '' })
    expect(said.out).to.include('2026年第二季度报告尚未固化').and.include(path.join(out, '2026Q2.docx'))
    expect((await readdir(out)).sort()).to.deep.equal(['2026Q2.docx', '2026Q2.json', '2026Q2.xlsx'])
    const figures = JSON.parse(await readFile(path.join(out, '2026Q2.json'), 'utf8')) as {
      counts: Record<string, number>
    }
    expect(figures.counts.received).to.equal(0)
    const sheets = await readSheet(path.join(out, '2026Q2.xlsx'))
    expect(JSON.stringify(sheets)).to.include('序号')
  })

  it('says the same as JSON', async () => {
    const said = await run(['report', '2026年第二季度', '--out', out, '--data', folder.at, '--json'], { now })
    expect(JSON.parse(said.out)).to.include({ quarter: '2026Q2', draft: true, cases: 0 })
  })

  for (const [words, sentence] of [
    [['report', '2020Q1', '--out', out], '2021Q2 及以后的季度'],
    [['report', '2026Q2', '--out', out], '已有数据的目录'],
    [['report', '2026Q4', '--out', out, '--data', folder.at], '没有找到'],
  ] as const)
    it(`refuses ${words.slice(1).join(' ')} in words`, async () => {
      const said = await run([...words], { now })
      expect(said.code).to.not.equal(0)
      expect(said.err).to.include(sentence)
    })
})
