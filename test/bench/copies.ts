import type { Knex } from 'knex'
import type { Database } from '../../src/store/index.js'

/** What differs in the copies of a case’s deadlines. */
export interface Dates {
  readonly dueAt: string
  /** null: the warning has been shown, or there is none */
  readonly warnAt: string | null
}

/**
 * Makes many cases that stand where this one stands. A case that the use cases brought there is copied row by row inside
 * the database, since ten thousand by the same road would differ from it in nothing but their names. Answers the ids of
 * the first copy and of the last.
 */
export async function copyCase(
  { writer, dialect }: Database,
  caseId: number,
  { count, dates }: { count: number; dates?: Dates },
): Promise<{ first: number; last: number }> {
  return writer.transaction(async knex => {
    const copy = (table: string, row: Row, changes: Row) => copyRow(knex, table, { row, changes, count })
    const base = async (table: string, rows: readonly Row[]) => {
      const [last] = await knex(table).max<{ at: number | null }[]>({ at: 'id' })
      return new Map(rows.map((row, index) => [row.id, (last?.at ?? 0) + index * count]))
    }
    const rowsOf = (table: string, where: Row) => knex<Row>(table).where(where).orderBy('id')

    const cases = await rowsOf('grievance_case', { id: caseId })
    const instances = await rowsOf('process_instance', { subject_kind: 'case', subject_id: caseId })
    const tasks = await rowsOf('user_task', { case_id: caseId })
    const deadlines = await rowsOf('deadline', { case_id: caseId })
    const caseIds = await base('grievance_case', cases)
    const instanceIds = await base('process_instance', instances)
    const taskIds = await base('user_task', tasks)
    const deadlineIds = await base('deadline', deadlines)
    const own = (ids: Map<unknown, number>, id: unknown) => (id === null ? null : numbered(ids.get(id)))
    const ofCase = { case_id: own(caseIds, caseId) }
    const instanceOf = (row: Row) => ({ instance_id: own(instanceIds, row.instance_id) })

    for (const row of cases) {
      const id = own(caseIds, row.id)
      await copy('grievance_case', row, { id, number: named('B', id), submission_id: named('bench ', id) })
    }
    for (const row of await knex<Row>('case_department').where(ofCaseOf(caseId))) {
      await copy('case_department', row, ofCase)
    }
    for (const row of instances) {
      const id = own(instanceIds, row.id)
      await copy('process_instance', row, { id, subject_id: own(caseIds, row.subject_id) })
    }
    for (const row of tasks) {
      const due = dates && row.next_deadline_id !== null ? { next_due_at: dates.dueAt } : {}
      await copy('user_task', row, {
        ...ofCase,
        ...instanceOf(row),
        ...due,
        id: own(taskIds, row.id),
        next_deadline_id: own(deadlineIds, row.next_deadline_id),
      })
    }
    for (const row of deadlines) {
      const moved = dates && row.closed_at === null ? { due_at: dates.dueAt, warn_at: dates.warnAt } : {}
      const id = own(deadlineIds, row.id)
      await copy('deadline', row, {
        ...ofCase,
        ...instanceOf(row),
        ...moved,
        id,
        task_id: own(taskIds, row.task_id),
      })
    }
    for (const { id: _, ...row } of await rowsOf('history_entry', { case_id: caseId })) {
      await copy('history_entry', row, { ...ofCase, ...instanceOf(row) })
    }
    if (dialect === 'postgres') await countOn(knex)
    const first = (caseIds.get(caseId) ?? 0) + 1
    return { first, last: first + count - 1 }
  })
}

type Row = Record<string, unknown>

/** SQL instead of a value: `n` counts the copies from 1 on. */
interface Computed {
  readonly sql: string
}

function numbered(base = 0): Computed {
  return { sql: `${base} + n` }
}

function named(prefix: string, id: Computed | null): Computed {
  return { sql: `'${prefix}' || (${id?.sql ?? 'n'})` }
}

function ofCaseOf(caseId: number): Row {
  return { case_id: caseId }
}

async function copyRow(
  knex: Knex,
  table: string,
  { row, changes, count }: { row: Row; changes: Row; count: number },
): Promise<void> {
  const values = Object.entries({ ...row, ...changes }).filter(([, value]) => value !== null)
  const bindings: Knex.RawBinding[] = [count]
  const columns = values.map(([, value]) => {
    if (typeof value === 'object') return (value as Computed).sql
    bindings.push(value as string | number)
    return typeof value === 'number' ? 'cast(? as integer)' : 'cast(? as text)'
  })
  const names = values.map(([name]) => `"${name}"`)
  await knex.raw(
    `with recursive copies (n) as (select 1 union all select n + 1 from copies where n < cast(? as integer))
     insert into "${table}" (${names.join()}) select ${columns.join()} from copies`,
    bindings,
  )
}

/** After ids that were given by hand PostgreSQL must be told where to count on from. */
async function countOn(knex: Knex): Promise<void> {
  for (const table of ['grievance_case', 'process_instance', 'user_task', 'deadline']) {
    await knex.raw(
      `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from "${table}"))`,
    )
  }
}
