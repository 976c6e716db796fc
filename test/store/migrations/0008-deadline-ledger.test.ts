import { expect } from 'chai'
import type { Knex } from 'knex'
import { foldLedger, projectWritten } from '../../../src/calendar/index.js'
import type { LedgerEvent } from '../../../src/calendar/index.js'
import { closeDatabase, createStore, migrate, openDatabase } from '../../../src/store/index.js'
import type { Database, DatabaseTarget } from '../../../src/store/index.js'
import { migrations } from '../../../src/store/migrations/index.js'
import { officeCalendar } from '../../calendar/office-calendar.js'
import { postgres } from '../../helpers/postgres.js'

const targets: Readonly<Record<string, () => Promise<DatabaseTarget>>> = {
  SQLite: () => Promise.resolve({ file: ':memory:' }),
  PostgreSQL: async () => ({ url: await (await postgres()).createDatabase() }),
}

for (const [name, target] of Object.entries(targets)) {
  describe(`The ledger of deadlines that were there before it (${name})`, () => {
    let database: Database
    before(async () => {
      database = await openDatabase(await target())
      await asReleased(database)
      await database.writer.transaction(fill)
      await migrate(database)
    })
    after(() => closeDatabase(database))

    it('begins with the arming, then has each move, so that the last entry is the date', async () => {
      const { deadlines } = createStore(database).read
      const entries = await deadlines.ledger([1, 2, 3])
      expect(
        entries.map(({ deadlineId, kind, fromDueAt, toDueAt, reason, calendarVersion }) => [
          deadlineId,
          kind,
          fromDueAt,
          toDueAt,
          reason,
          calendarVersion,
        ]),
      ).to.deep.equal([
        // what can still move was counted on the calendar in force; what came before it nobody kept
        [1, 'armed', null, dueAt('2026-05-06'), null, 1],
        [2, 'armed', null, dueAt('2026-04-29'), null, 0],
        [2, 'reprojected', dueAt('2026-04-29'), dueAt('2026-04-30'), '清明调休', 0],
        [2, 'reprojected', dueAt('2026-04-30'), dueAt('2026-05-06'), '三月三放假', 1],
        [3, 'armed', null, dueAt('2026-05-06'), null, 0],
      ])
      for (const id of [1, 2, 3]) {
        const row = await deadlines.byId(id)
        expect(row).to.deep.include({
          pauses: [],
          extendedTo: null,
          promisedOn: row?.dueOn,
          promisedAt: row?.dueAt,
        })
        const events = entries.filter(({ deadlineId }) => deadlineId === id) as LedgerEvent[]
        expect(projectWritten(officeCalendar(), foldLedger(events)).dueAt).to.equal(row?.dueAt)
      }
    })

    it('takes the place of the moves, which are in it', async () => {
      expect(await database.writer.schema.hasTable('deadline_move')).to.equal(false)
    })
  })
}

const dueAt = (day: string) => `${day}T09:30:00.000Z`

/** The tables as they were before this migration. */
async function asReleased({ writer, dialect }: Database): Promise<void> {
  await writer.transaction(async transaction => {
    await transaction.raw('create table schema_migration (name text primary key)')
    for (const { name, statements } of migrations.filter(one => one.name < '0008')) {
      for (const statement of statements(dialect)) await transaction.raw(statement)
      await transaction('schema_migration').insert({ name })
    }
  })
}

/** One deadline that never moved, one that moved twice, one that has passed. */
async function fill(knex: Knex): Promise<void> {
  const at = '2026-04-15T01:00:00.000Z'
  await knex('process_definition').insert({
    ...{ id: 1, key: 'banbuchengshi', version: 1, name: '办不成事', xml: '<x/>', sha256: 'a' },
    deployed_at: at,
  })
  await knex('engine_state').insert({ id: 1, definition_id: 1, hash: 'a', body: '{}', waits: '[]', ended: 0 })
  await knex('process_instance').insert({
    ...{
      id: 1,
      definition_id: 1,
      subject_kind: 'case',
      subject_id: 1,
      state_id: 1,
      revision: 1,
      end_events: '[]',
    },
    started_at: at,
  })
  const deadline = {
    ...{
      instance_id: 1,
      activity_id: 'Timer_FeedbackDue',
      slot: 'a',
      name: '10个工作日内反馈',
      kind: 'statutory',
    },
    ...{ calendar: 'workdays', budget: 'P10D', warn_before: 'P1D', interrupting: 0, provisional: 0 },
    ...{
      anchor_at: at,
      start_on: '2026-04-15',
      due_on: '2026-05-06',
      due_at: dueAt('2026-05-06'),
      armed_at: at,
    },
  }
  await knex('deadline').insert([
    { id: 1, ...deadline },
    { id: 2, ...deadline },
    { id: 3, ...deadline, fired_at: dueAt('2026-05-06') },
  ])
  await knex('deadline_move').insert([
    {
      deadline_id: 2,
      at,
      from_due_at: dueAt('2026-04-29'),
      to_due_at: dueAt('2026-04-30'),
      reason: '清明调休',
    },
    {
      deadline_id: 2,
      at,
      from_due_at: dueAt('2026-04-30'),
      to_due_at: dueAt('2026-05-06'),
      reason: '三月三放假',
    },
  ])
}
