import type { Knex } from 'knex'
import { integer, json, nullable, text, type RowOf } from '../rows.js'
import { allOf, ask, sql, type Sql } from './sql.js'

const columns = {
  position: integer,
  caseId: integer,
  number: text,
  line: json<unknown>(),
  why: nullable(text),
}

/** A case behind a figure: its line of the ledger, and what it counts for. */
export type CountedCase = RowOf<typeof columns>

/** A figure of a report, or of one part of its cases. */
export interface FigureOf {
  readonly reportId: number
  readonly figure: string
  readonly part?: { readonly dimension: keyof typeof partColumns; readonly value: string | null } | undefined
}

const partColumns = {
  place: 'place',
  channel: 'channel',
  reporterKind: 'reporter_kind',
  department: 'department',
  failedStage: 'failed_stage',
  verdict: 'verdict',
  cause: 'cause',
  item: 'item',
} as const

/** The cases that a figure counts, in the order they were counted: those after a position, at most `limit`. */
export function figureCases(
  knex: Knex,
  { after = -1, limit, ...figure }: FigureOf & { readonly after?: number; readonly limit: number },
): Promise<CountedCase[]> {
  const those = countedBy(figure)
  return ask(
    knex,
    columns,
    `select e.position, e.case_id, c.number, c.line, e.why from ${those.sql} and e.position > ?
     order by e.position limit ?`,
    [...those.values, after, limit],
  )
}

/** How many that are. */
export async function figureCount(knex: Knex, figure: FigureOf): Promise<number> {
  const those = countedBy(figure)
  const [row] = await ask(knex, { count: integer }, `select count(*) as count from ${those.sql}`, those.values)
  return row?.count ?? 0
}

/** The ledger of a report from a 序号 on, at most `limit` lines. */
export function reportLedger(
  knex: Knex,
  { reportId, after, limit }: { readonly reportId: number; readonly after: number; readonly limit: number },
): Promise<{ position: number; line: unknown }[]> {
  return ask(
    knex,
    { position: integer, line: json<unknown>() },
    `select position, line from report_case
     where report_id = ? and position is not null and position > ? order by position limit ?`,
    [reportId, after, limit],
  )
}

function countedBy({ reportId, figure, part }: FigureOf): Sql {
  const where = allOf([
    sql('e.report_id = ? and e.figure = ?', reportId, figure),
    part === undefined
      ? null
      : part.value === null
        ? sql(`c.${partColumns[part.dimension]} is null`)
        : sql(`c.${partColumns[part.dimension]} = ?`, part.value),
  ])
  return {
    sql: `report_evidence e join report_case c on c.report_id = e.report_id and c.case_id = e.case_id
      where ${where.sql}`,
    values: where.values,
  }
}

/** How many lines that ledger has. */
export async function reportLedgerCount(knex: Knex, reportId: number): Promise<number> {
  const [row] = await ask(
    knex,
    { count: integer },
    'select count(*) as count from report_case where report_id = ? and position is not null',
    [reportId],
  )
  return row?.count ?? 0
}
