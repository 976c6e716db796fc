import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { readConfig } from '../../src/config.js'
import { openParts } from '../../src/main.js'
import { run, temporaryFolder } from './run-command.js'

const file = path.join(import.meta.dirname, '../features/fixtures/calendar-2027.csv')
const head = '日期,类型,范围,名称,依据'

describe('bandecheng calendar', function () {
  this.timeout(60_000)
  let folder: ReturnType<typeof temporaryFolder>
  beforeEach(() => {
    folder = temporaryFolder()
  })
  afterEach(() => {
    folder.remove()
  })
  const written = (name: string, words: string) => {
    mkdirSync(folder.at, { recursive: true })
    writeFileSync(path.join(folder.at, name), words)
    return path.join(folder.at, name)
  }

  it('checks a year and says that nothing is to be asked', async () => {
    const { code, out } = await run(['calendar', 'check', file])
    expect(out).to.equal(`${file}：35天，没有疑问，可以导入。\n`)
    expect(code).to.equal(0)
  })

  it('says what is to be asked, a line each, and exits with 1', async () => {
    const holes = written('holes.csv', `${head}\n2027-01-01,休,全国,元旦,通知（测试）\n`)
    const { code, out } = await run(['calendar', 'check', holes])
    expect(code).to.equal(1)
    expect(out).to.include('提醒 2027年没有“国庆节”的放假').and.to.include('错误 2027年10月1日')
    const json = await run(['calendar', 'check', holes, '--json'])
    expect(JSON.parse(json.out)).to.include({ days: 1 })
  })

  it('names every fault of a file by its line', async () => {
    const wrong = written('wrong.csv', `${head}\n2027-02-30,休,全国,元旦,文\n2027-01-02,假,全国,元旦,文\n`)
    const { code, out, err } = await run([
      'calendar',
      'import',
      wrong,
      '--reason',
      '测试',
      '--data',
      folder.at,
    ])
    expect({ code, out }).to.deep.equal({ code: 1, out: '' })
    expect(err).to.include('  第2行：').and.to.include('  第3行：类型“假”应为“休”或“班”')
    expect((await run(['calendar', 'check', path.join(folder.at, 'none.csv')])).err).to.include('读不到文件')
  })

  it('brings a year in as a version of the calendar, once, and tells what came of it', async () => {
    const words = ['calendar', 'import', file, '--reason', '公布2027年放假安排', '--data', folder.at]
    const { code, out, err } = await run(words)
    expect({ code, err }).to.deep.equal({ code: 0, err: '' })
    expect(out).to.include('日历第2版已生效：改动35天，重算0个期限，0个有变')
    const again = await run(words)
    expect(again.code).to.equal(1)
    expect(again.err).to.include('日历已经是这样')
    const parts = await openParts(readConfig({}, { dataDir: folder.at }))
    try {
      expect(await parts.store.read.calendar.version(), 'over the one that ships').to.equal(2)
      expect(await parts.store.read.calendar.announced()).to.deep.include({ scope: 'national', year: 2027 })
    } finally {
      await parts.store.close()
    }
  })

  it('refuses what the law does not allow, and leaves nothing behind', async () => {
    const holes = written('holes.csv', `${head}\n2027-01-01,休,全国,元旦,通知（测试）\n`)
    const words = ['calendar', 'import', holes, '--reason', '测试', '--data', folder.at, '--json']
    const { code, err } = await run(words)
    expect(code).to.equal(1)
    expect(JSON.parse(err)).to.include({ problem: 'calendarRefused' })
    const some = await run([...words, '--some'])
    expect(JSON.parse(some.out), 'a single day is no whole year').to.include({ version: 2, days: 1 })
  })
})
