import type { Knex } from 'knex'
import { integer, nullable, text, type RowOf } from '../rows.js'
import { ask, containing } from './sql.js'

const columns = {
  id: integer,
  key: text,
  /** the item's own name */
  name: text,
  departmentId: nullable(integer),
  departmentName: nullable(text),
  /** the name by which it was found, and how that one is typed */
  foundKey: text,
  foundName: text,
  foundPinyin: text,
  foundInitials: text,
}

export type FoundItem = RowOf<typeof columns>

/**
 * Items of the register with a name that has these characters, or this pinyin in it; those still done only. Both in the
 * form of `itemKey`. At most `limit`, the shortest names first.
 */
export function itemSearch(
  knex: Knex,
  { words, limit }: { words: string; limit: number },
): Promise<FoundItem[]> {
  const part = containing(words)
  return ask(
    knex,
    columns,
    `select i.id, i.key, i.name, i.department_id, d.name as department_name,
       n.key as found_key, n.name as found_name, n.pinyin as found_pinyin, n.initials as found_initials
     from item i
     join item_name n on n.item_id = i.id
     left join department d on d.id = i.department_id
     where i.adopted_at is not null and i.retired_at is null
       and (n.key like ? escape '!' or n.pinyin like ? escape '!' or n.initials like ? escape '!')
     order by length(n.key), n.key
     limit ?`,
    [part, part, part, limit],
  )
}
