import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { openParts } from '../../src/main.js'
import { readConfig } from '../../src/config.js'
import { run, temporaryFolder } from './run-command.js'

interface Oracles {
  readonly cases: readonly { start: string; workingDays: number; national: string; guangxi: string }[]
  readonly provisional: readonly { start: string; workingDays: number; due?: string; provisional: boolean }[]
}
const oracles = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../calendar/date-oracles.json'), 'utf8'),
) as Oracles

describe('bandecheng due', () => {
  for (const { start, workingDays, national, guangxi } of oracles.cases) {
    it(`counts ${workingDays} working days from ${start} as they were counted by hand`, async () => {
      const words = ['due', '--start', start, '--days', String(workingDays), '--json']
      for (const [calendar, due] of [
        ['guangxi', guangxi],
        ['national', national],
      ] as const) {
        const { code, out } = await run([...words, '--calendar', calendar])
        expect(code).to.equal(0)
        expect(JSON.parse(out), calendar).to.include({ due, provisional: false })
      }
    })
  }

  for (const { start, workingDays, due, provisional } of oracles.provisional) {
    it(`says of ${start} and ${workingDays} days that the date ${provisional ? 'is 暂定' : 'is sure'}`, async () => {
      const { out } = await run(['due', '--start', start, '--days', String(workingDays)])
      expect(out.includes('暂定')).to.equal(provisional)
      const json = await run(['due', '--start', start, '--days', String(workingDays), '--json'])
      expect(JSON.parse(json.out)).to.include({ provisional, ...(due === undefined ? {} : { due }) })
    })
  }

  it('prints the date as the office writes it', async () => {
    expect(await run(['due', '--start', '2026-04-15', '--days', '10'])).to.deep.equal({
      code: 0,
      out: '2026年5月6日（周三）17:30\n',
      err: '',
    })
  })

  it('explains each day with its reason and its source', async () => {
    const { out } = await run(['due', '--start', '2026-04-15', '--days', '3', '--explain'])
    const lines = out.trimEnd().split('\n')
    expect(lines[0]).to.equal('2026年4月22日（周三）17:30')
    expect(lines[1]).to.include('起算日')
    expect(out).to.include('三月三').and.to.include('依据')
    expect(lines.at(-1)).to.include('3个工作日')
  })

  it('leaves out what was paused, and names the day that was given in the place of the promised', async () => {
    const words = ['due', '--start', '2026-04-15', '--days', '10']
    const paused = ['--pause', '2026-04-16..2026-04-17', '--pause', '2026-04-22..2026-05-08']
    const { out } = await run([...words, ...paused, '--explain'])
    expect(out).to.include('2026年5月18日（周一）17:30').and.to.include('4月30日（周四）：暂停计时')
    const json = await run([...words, ...paused, '--extended-to', '2026-06-01', '--json'])
    expect(JSON.parse(json.out)).to.include({ due: '2026-06-01', promised: '2026-05-18' })
    const extended = await run([...words, '--extended-to', '2026-05-20', '--explain'])
    expect(extended.out.split('\n')[0]).to.equal('2026年5月20日（周三）17:30')
    expect(extended.out).to.include('是否按期仍按原承诺2026年5月6日（周三）统计')
  })

  it('begins today when no day is said', async () => {
    const { out } = await run(['due', '--days', '1', '--json'], { now: '2026-11-24T23:30:00+08:00' })
    expect(JSON.parse(out)).to.include({ start: '2026-11-24', due: '2026-11-25' })
  })

  it('counts on the calendar of the data directory, with what was arranged there', async () => {
    const folder = temporaryFolder()
    try {
      const parts = await openParts(readConfig({}, { dataDir: folder.at }))
      await parts.store.transaction(unit =>
        unit.calendar.arrange(
          {
            days: [{ scope: 'local', date: '2026-04-16', kind: 'rest', name: '停电', source: '本单位通知' }],
            years: [{ scope: 'national', year: 2026, announced: true }],
          },
          { at: '2026-04-14T01:00:00.000Z', by: null, reason: '停电' },
        ),
      )
      await parts.store.close()
      const words = ['due', '--start', '2026-04-15', '--days', '1', '--json', '--data', folder.at]
      expect(JSON.parse((await run(words)).out)).to.include({ due: '2026-04-17' })
      expect(JSON.parse((await run([...words, '--calendar', 'national'])).out)).to.include({
        due: '2026-04-16',
      })
    } finally {
      folder.remove()
    }
  })

  it('refuses what is no date, no number and no calendar, in Chinese', async () => {
    const refused = [
      [['--start', '2026-02-30', '--days', '3'], 'dateInvalid'],
      [['--start', '明天', '--days', '3'], 'dateInvalid'],
      [['--days', '三'], 'invalidOption'],
      [['--days', '-1'], 'invalidOption'],
      [['--days', '9999'], 'invalidOption'],
      [['--days', '3', '--calendar', 'beijing'], 'invalidOption'],
      [['--days', '3', '--pause', '2026-04-16'], 'invalidOption'],
      [['--days', '3', '--pause', '2026-04-16..2026-02-30'], 'dateInvalid'],
      [['--days', '3', '--start', '2026-04-15', '--pause', '2026-04-14..2026-04-17'], 'pauseBeforeStart'],
      [['--days', '3', '--start', '2026-04-15', '--pause', '2026-04-22..2026-04-24'], 'pauseAfterDue'],
      [['--days', '3', '--start', '2026-04-15', '--extended-to', '2026-04-22'], 'invalidOption'],
    ] as const
    for (const [words, problem] of refused) {
      const { code, out, err } = await run(['due', ...words, '--json'])
      expect(code).to.equal(1)
      expect(out).to.equal('')
      const failure = JSON.parse(err) as { problem: string; message: string }
      expect(failure.problem, words.join(' ')).to.equal(problem)
      expect(failure.message).to.match(/\p{Script=Han}/u)
    }
  })
})
