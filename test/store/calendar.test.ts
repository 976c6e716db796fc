import { expect } from 'chai'
import type { DayArrangement } from '../../src/calendar/index.js'
import { closeDatabase, createStore, migrate, openDatabase, type Database } from '../../src/store/index.js'
import { migrations } from '../../src/store/migrations/index.js'
import { onEveryDatabase } from '../helpers/database.js'
import { now } from './office.js'

const day = (date: string, name: string, rest: Partial<DayArrangement> = {}): DayArrangement => ({
  scope: 'national',
  date,
  kind: 'rest',
  name,
  source: '国办发明电',
  ...rest,
})
const why = { at: now, by: null, reason: '放假安排公布' }
const of2026 = { scope: 'national', year: 2026 } as const

onEveryDatabase('The calendar', fresh => {
  it('is arranged anew by versions, each of which can be read again', async () => {
    const { store } = await fresh()
    const { calendar } = store.read
    expect(await calendar.version()).to.equal(0)
    await store.transaction(unit =>
      unit.calendar.arrange(
        {
          days: [day('2026-01-01', '元旦'), day('2026-01-04', '元旦', { kind: 'work' })],
          years: [{ ...of2026, announced: true }],
        },
        why,
      ),
    )
    const first = await calendar.version()
    const second = await store.transaction(unit =>
      unit.calendar.arrange(
        {
          days: [
            day('2026-01-04', '', { kind: 'plain', source: '' }),
            day('2026-04-17', '三月三', { scope: 'guangxi' }),
          ],
          years: [{ ...of2026, announced: false }],
        },
        why,
      ),
    )
    expect(await calendar.version()).to.equal(second)
    expect((await calendar.days()).map(({ date }) => date)).to.deep.equal(['2026-01-01', '2026-04-17'])
    expect(await calendar.announced()).to.deep.equal([])
    expect((await calendar.days(first)).map(({ date }) => date)).to.deep.equal(['2026-01-01', '2026-01-04'])
    expect(await calendar.announced(first)).to.deep.equal([of2026])
    expect((await calendar.arrangementOf(second ?? 0)).days.map(({ kind }) => kind)).to.deep.equal([
      'plain',
      'rest',
    ])
  })

  it('makes no version of what is so already, and keeps of the rest only what differs', async () => {
    const { store } = await fresh()
    const arrange = (...days: DayArrangement[]) =>
      store.transaction(unit => unit.calendar.arrange({ days, years: [] }, why))
    await arrange(day('2026-01-01', '元旦'))
    expect(await arrange(day('2026-01-01', '元旦'))).to.equal(null)
    expect(await arrange(day('2026-01-02', '', { kind: 'plain', source: '' })), 'as usual already').to.equal(
      null,
    )
    const version = await arrange(day('2026-01-01', '元旦'), day('2026-01-02', '元旦'))
    const { days } = await store.read.calendar.arrangementOf(version ?? 0)
    expect(days.map(({ date }) => date)).to.deep.equal(['2026-01-02'])
  })

  it('has one change that an administrator gathers, and confirms it once', async () => {
    const { store } = await fresh()
    const draft = { createdAt: now, createdBy: null, arrangement: { days: [], years: [] } }
    const id = await store.transaction(unit => unit.calendarChanges.draft(draft))
    const confirm = (revision: number) =>
      store.transaction(unit =>
        unit.calendarChanges.confirm(
          id,
          { confirmedAt: now, confirmedBy: null, baseVersion: 0, reason: '台风', jobId: null },
          revision,
        ),
      )
    expect(await confirm(2), 'seen as it was later').to.equal(false)
    expect(await confirm(1)).to.equal(true)
    expect(await confirm(2), 'a second click').to.equal(false)
    const late = await store.transaction(unit => unit.calendarChanges.discard(id, now))
    expect(late, 'too late to throw it away').to.equal(false)
  })
})

describe('The calendar of an office from before versions', () => {
  it('is its first version, day for day', async () => {
    const database = await openDatabase({ file: ':memory:' })
    try {
      await migrateBefore(database, '0009')
      await database.writer('calendar_day').insert(day('2026-01-01', '元旦'))
      await database.writer('calendar_year').insert(of2026)
      await migrate(database)
      const { calendar } = createStore(database).read
      expect(await calendar.version()).to.equal(1)
      expect(await calendar.days()).to.deep.equal([day('2026-01-01', '元旦')])
      expect(await calendar.announced()).to.deep.equal([of2026])
      expect(await database.writer.schema.hasTable('calendar_day')).to.equal(false)
    } finally {
      await closeDatabase(database)
    }
  })

  it('has no version where there was none', async () => {
    const database = await openDatabase({ file: ':memory:' })
    try {
      await migrate(database)
      expect(await createStore(database).read.calendar.version()).to.equal(0)
    } finally {
      await closeDatabase(database)
    }
  })
})

async function migrateBefore({ writer, dialect }: Database, name: string): Promise<void> {
  await writer.raw('create table schema_migration (name text primary key)')
  for (const migration of migrations.filter(one => one.name < name)) {
    for (const statement of migration.statements(dialect)) await writer.raw(statement)
    await writer('schema_migration').insert({ name: migration.name })
  }
}
