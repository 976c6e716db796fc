import type { Knex } from 'knex'
import { itemTable } from '../item.js'
import { integer, nullable, selection, text, type RowOf } from '../rows.js'
import { inScope, type CaseScope } from './case-scope.js'
import { pageOf, type Page } from './page.js'
import { allOf, ask, containing, sql, type Sql } from './sql.js'

/** Which items a page of the register shows. */
export interface ItemListFilter {
  /** in the register; only met so far; no longer done */
  readonly standing: 'listed' | 'met' | 'retired'
  readonly departmentId?: number | undefined
  /** part of a name in characters, pinyin or initials, in the form of `itemKey` */
  readonly words?: string | undefined
  /** whose cases are counted */
  readonly scope: CaseScope
  readonly after?: ItemCursor | null | undefined
  readonly limit: number
}

/** Where a page begins. */
export interface ItemCursor {
  readonly pinyin: string
  readonly id: number
}

const columns = {
  ...itemTable.columns,
  departmentName: nullable(text),
  cases: integer,
  openCases: integer,
  recurred: integer,
  rectified: integer,
}

export type ItemLine = RowOf<typeof columns>

/** 事项库, in the order of the names' letters, with how many cases each has that this person may see. */
export async function itemList(knex: Knex, filter: ItemListFilter): Promise<Page<ItemLine, ItemCursor>> {
  const { limit, after, departmentId, words, standing } = filter
  const condition = allOf([
    sql(standings[standing]),
    departmentId === undefined ? null : sql('i.department_id = ?', departmentId),
    words ? goesBy(words) : null,
    after ? sql('(i.pinyin, i.id) > (?, ?)', after.pinyin, after.id) : null,
  ])
  const scope = inScope(filter.scope)
  const counted = (more: string): Sql => ({
    sql: `(select count(*) from grievance_case c where c.item_key = i.key and ${scope.sql}${more})`,
    values: scope.values,
  })
  const counts = [counted(''), counted(' and c.closed_at is null'), counted(" and c.recurrence <> 'no' and c.recurrence = 'confirmed'")]
  const [cases, openCases, recurred] = counts.map(one => one.sql)
  const rows = await ask(
    knex,
    columns,
    `select ${selection(itemTable.columns, 'i').join()}, d.name as department_name,
       ${cases ?? ''} as cases, ${openCases ?? ''} as open_cases, ${recurred ?? ''} as recurred,
       (select count(*) from rectification r where r.item_key = i.key and r.accepted_at is not null) as rectified
     from (select i.* from item i where ${condition.sql} order by i.pinyin, i.id limit ?) i
     left join department d on d.id = i.department_id
     order by i.pinyin, i.id`,
    [...counts.flatMap(one => one.values), ...condition.values, limit + 1],
  )
  return pageOf(rows, limit, ({ pinyin, id }) => ({ pinyin, id }))
}

/** How many names wait to be adopted. */
export async function itemsMet(knex: Knex): Promise<number> {
  const [row] = await ask(
    knex,
    { count: integer },
    'select count(*) as count from item where adopted_at is null and merged_into is null',
  )
  return row?.count ?? 0
}

const standings = {
  listed: 'i.adopted_at is not null and i.retired_at is null',
  met: 'i.adopted_at is null and i.merged_into is null',
  retired: 'i.adopted_at is not null and i.retired_at is not null and i.merged_into is null',
}

function goesBy(words: string): Sql {
  const part = containing(words)
  return sql(
    `exists (select 1 from item_name n where n.item_id = i.id
       and (n.key like ? escape '!' or n.pinyin like ? escape '!' or n.initials like ? escape '!'))`,
    part,
    part,
    part,
  )
}
