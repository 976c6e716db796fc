import type { Knex } from 'knex'
import { rowsOf } from '../rows.js'
import { headTable, linkTable, type TrailHead, type TrailLink } from './chain.js'
import { digestOf } from './digest.js'
import { erasureTable, leftByErasure } from './erasure.js'
import { isSigned, beginning, type HeadContent, type TrailKey } from './key.js'
import { keyValues, rowKey, trailSource, trailSources, type RawRow, type TrailSource } from './sources.js'

/** Something in the trail that the house did not do. Positions count from 1. */
export type TrailFinding =
  /** the row says something else than when it was written */
  | { readonly kind: 'changed' | 'removed' | 'added'; readonly source: string; readonly rowKey: string }
  /** a link was changed, or does not stand where it was made: its row or its order is not to be trusted */
  | { readonly kind: 'broken'; readonly source: string; readonly rowKey: string; readonly position: number }
  /** links from one position to another are gone */
  | { readonly kind: 'gap'; readonly from: number; readonly to: number }
  /** the chain ends before a place that was signed */
  | { readonly kind: 'cut'; readonly position: number; readonly last: number }
  /** a signed head says another hash than the chain has at its place, or its signature is not the key’s */
  | { readonly kind: 'head'; readonly position: number }

/** What one pass over the trail saw. */
export interface TrailSeen {
  readonly rows: number
  /** of the rows: those that the house has blanked by a rule, and that are as it left them */
  readonly erased: number
  readonly heads: number
  readonly last: HeadContent | null
}

/**
 * Goes over the whole trail once, from the first link to the last, and tells each finding as it comes to it; holds a
 * thousand rows at a time. Rows without a link are counted on the way and looked for only when there are any.
 *
 * @param knex a transaction that sees one state of the database all along
 * @param known heads that were kept elsewhere: printed, or in the file beside the log
 */
export async function verifyTrail(
  knex: Knex,
  key: TrailKey,
  known: readonly TrailHead[],
  tell: (finding: TrailFinding) => void,
): Promise<TrailSeen> {
  const found = new Map<string, number>()
  let [previous, position, heads, erased] = [beginning, 0, 0, 0]
  const erases = (await knex(erasureTable.name).select('id').limit(1)).length > 0
  for await (const links of batches(knex)) {
    const rows = await rowsLinked(knex, links)
    const first = position + 1
    const hashes = new Map<number, string>()
    // of all of them: one whose words were put back is as it was written, and is not as it was left
    const left = erases ? await leftByErasure(knex, links) : new Map<string, string>()
    for (const link of links) {
      if (link.position !== position + 1) tell({ kind: 'gap', from: position + 1, to: link.position - 1 })
      const { source } = link
      const row = rows.get(nameOf(link))
      const name = { source, rowKey: link.rowKey }
      // after a gap what came before is not there to be counted with: the next link is the first to be checked again
      const follows = link.position === position + 1
      if (follows && key.link(previous, link) !== link.hash)
        tell({ kind: 'broken', ...name, position: link.position })
      if (!row) tell({ kind: 'removed', ...name })
      else {
        found.set(source, (found.get(source) ?? 0) + 1)
        const asLeft = left.get(nameOf(link))
        if (digestOf(source, row) !== (asLeft ?? link.digest)) tell({ kind: 'changed', ...name })
        else if (asLeft !== undefined) erased++
      }
      ;({ position, hash: previous } = link)
      hashes.set(position, previous)
    }
    for (const head of await headsIn(knex, known, first, position)) {
      heads++
      if (!isTrue(head, key) || hashes.get(head.position) !== head.hash)
        tell({ kind: 'head', position: head.position })
    }
  }
  for (const head of await headsIn(knex, known, position + 1, Number.MAX_SAFE_INTEGER)) {
    heads++
    tell({ kind: 'cut', position: head.position, last: position })
  }
  for (const source of trailSources) {
    if ((await countOf(knex, source)) > (found.get(source.name) ?? 0)) await tellAdded(knex, source, tell)
  }
  return {
    rows: [...found.values()].reduce((sum, count) => sum + count, 0),
    erased,
    heads,
    last: position === 0 ? null : { position, hash: previous, at: '' },
  }
}

const batch = 1_000

async function* batches(knex: Knex): AsyncGenerator<readonly TrailLink[]> {
  for (let after = -1; ;) {
    const query = knex(linkTable.name).where('position', '>', after).orderBy('position').limit(batch)
    const links = await rowsOf(linkTable.columns, query)
    const last = links.at(-1)
    if (!last) return
    yield links
    after = last.position
  }
}

/** The rows that these links are about, by table and key. */
async function rowsLinked(knex: Knex, links: readonly TrailLink[]): Promise<ReadonlyMap<string, RawRow>> {
  const bySource = new Map<string, string[]>()
  for (const { source, rowKey: name } of links) {
    const names = bySource.get(source)
    if (names) names.push(name)
    else bySource.set(source, [name])
  }
  const rows = new Map<string, RawRow>()
  for (const [name, keys] of bySource) {
    const source = trailSource(name)
    if (!source) continue
    const [only, ...more] = source.key
    const query = knex<RawRow>(name)
    const values = keys.map(each => keyValues(source, each))
    if (only !== undefined && more.length === 0) void query.whereIn(only, values.flat())
    else void query.whereIn([...source.key], values)
    for (const row of (await query) as readonly RawRow[])
      rows.set(nameOf({ source: name, rowKey: rowKey(source, row) }), row)
  }
  return rows
}

function nameOf({ source, rowKey: key }: { source: string; rowKey: string }): string {
  return `${source}/${key}`
}

async function headsIn(
  knex: Knex,
  known: readonly TrailHead[],
  from: number,
  to: number,
): Promise<readonly TrailHead[]> {
  const query = knex(headTable.name).where('position', '>=', from).orderBy('position')
  // PostgreSQL’s integer ends before the largest number there is
  if (to < Number.MAX_SAFE_INTEGER) void query.where('position', '<=', to)
  const kept = await rowsOf(headTable.columns, query)
  return [...kept, ...known.filter(({ position }) => position >= from && position <= to)]
}

function isTrue(head: TrailHead, key: TrailKey): boolean {
  return head.keyId === key.id && isSigned(head, head.signature, key.publicKey)
}

async function countOf(knex: Knex, { name }: TrailSource): Promise<number> {
  const [row] = await knex(name).count<{ count: number | string }[]>({ count: '*' })
  return Number(row?.count ?? 0)
}

async function tellAdded(
  knex: Knex,
  source: TrailSource,
  tell: (finding: TrailFinding) => void,
): Promise<void> {
  const named = source.key.map(column => `cast(r."${column}" as text)`).join(` || '/' || `)
  const rows: readonly RawRow[] = await knex({ r: source.name })
    .whereNotExists(
      knex({ l: linkTable.name })
        .select('l.position')
        .where('l.source', source.name)
        .whereRaw(`l.row_key = ${named}`),
    )
    .select(source.key.map(column => `r.${column}`))
  for (const row of rows) tell({ kind: 'added', source: source.name, rowKey: rowKey(source, row) })
}
