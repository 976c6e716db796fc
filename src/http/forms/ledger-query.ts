import { z } from 'zod'
import type { LocalDate } from '../../calendar/index.js'
import { CAUSES } from '../../casework/cause.js'
import { CHANNELS } from '../../casework/channel.js'
import { valuesOf } from '../../casework/choice.js'
import { FAILED_STAGES } from '../../casework/failed-stage.js'
import { OUTCOMES } from '../../casework/outcome.js'
import { RECURRENCES } from '../../casework/recurrence.js'
import { VERDICTS } from '../../casework/verdict.js'
import { ledgerColumnsOf, type LedgerPageColumn } from './ledger-columns.js'

/** The groupings of the ledger, in the order they are offered. */
export const GROUPINGS = [
  'department',
  'cause',
  'causeGroup',
  'verdict',
  'standing',
  'item',
  'place',
  'window',
  'channel',
  'failedStage',
  'month',
  'outcome',
  'satisfaction',
  'recurrence',
  'hiddenBarrier',
] as const

export const STANDINGS = ['onTime', 'late', 'unreachable', 'void', 'pending', 'none'] as const

/** What the flow's figures lead to: a node's work, or a way back. */
export const FLOW_KINDS = [
  'done',
  'waiting',
  'rectificationReturned',
  'disputed',
  'notOurs',
  'givenBack',
  'reassigned',
] as const

/** Stands for what is not there yet: no cause, no department, no outcome. */
const none = z.literal('none')
const id = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
const day = z.iso.date()
const letterOf = ['A', 'B', 'C'] as const

/** What each name of an address may say. */
const shapes = {
  status: z.enum(['open', 'closed']),
  /** in its charge, or put to it */
  department: id,
  /** in its charge; 0 is said for none as well */
  lead: id.transform(lead => (lead === 0 ? ('none' as const) : lead)).or(none),
  place: id,
  window: id.or(none),
  channel: z.enum(valuesOf(CHANNELS)),
  stage: z.enum(valuesOf(FAILED_STAGES)).or(none),
  /** about this item of the register */
  item: id,
  /** about what is called like this, in the register or not */
  called: z.string().max(200),
  /** open cases with a deadline that is red or yellow now, or that falls due on this day */
  card: z.enum(['red', 'yellow']),
  due: day,
  verdict: z.enum(valuesOf(VERDICTS)).or(none),
  /** one cause, or all of one side */
  cause: z
    .enum(CAUSES.map(({ code }) => code))
    .or(z.enum(letterOf))
    .or(none),
  from: day,
  to: day,
  dueFrom: day,
  dueTo: day,
  closedFrom: day,
  closedTo: day,
  onTime: z.enum(STANDINGS),
  outcome: z.enum(valuesOf(OUTCOMES)).or(none),
  satisfaction: z
    .enum(['1', '2', '3', '4', '5'])
    .transform(Number)
    .pipe(z.literal([1, 2, 3, 4, 5]))
    .or(none),
  recurrence: z.enum(valuesOf(RECURRENCES)),
  barrier: z.enum(['yes', 'no']),
  flow: z.enum(FLOW_KINDS),
  step: z.string().regex(/^[A-Za-z_][\w.-]{0,99}$/),
  flowFrom: day,
  flowTo: day,
  group: z.enum(GROUPINGS),
  after: z.string().max(500),
} as const

type Shapes = typeof shapes

/** What an address asks of the ledger; what it asks for and there is not is left out. */
export type LedgerQuery = { readonly [Name in keyof Shapes]: z.output<Shapes[Name]> | null } & {
  readonly words: string
  /** which columns, in their order; null are those that everybody begins with */
  readonly columns: readonly LedgerPageColumn[] | null
}

/** Reads the query of /cases. */
export function readLedgerQuery(query: Readonly<Record<string, unknown>>): LedgerQuery {
  const word = (name: string) => (typeof query[name] === 'string' ? query[name].trim() : '')
  const asked = Object.entries(shapes).map(([name, shape]) => [
    name,
    word(name) === '' ? null : (shape.safeParse(word(name)).data ?? null),
  ])
  // each shape parsed its own name
  const read = Object.fromEntries(asked) as { readonly [Name in keyof Shapes]: z.output<Shapes[Name]> | null }
  return { ...read, words: word('q').slice(0, 100), columns: ledgerColumnsOf(word('columns').split('.')) }
}

/** The address that asks the same; page by page with another `after`. */
export function ledgerAddress(path: string, query: LedgerQuery): string {
  const search = ledgerSearch(query)
  return search === '' ? path : `${path}?${search}`
}

/** What stands behind the question mark of that address. */
export function ledgerSearch({ words, columns, ...query }: LedgerQuery): string {
  const pairs = Object.entries({
    q: words === '' ? null : words,
    ...query,
    columns: columns?.join('.') ?? null,
  }).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as [string, string]]))
  return new URLSearchParams(pairs).toString()
}

/** The same question without its page. */
export function firstPage(query: LedgerQuery): LedgerQuery {
  return { ...query, after: null }
}

/** Whether it asks for anything less than all: columns and groups choose no cases. */
export function isFiltered(query: LedgerQuery): boolean {
  return ledgerSearch({ ...query, after: null, columns: null, group: null }) !== ''
}

/** A period of days, when an address names both its ends. */
export function flowPeriodOf({
  flowFrom,
  flowTo,
}: Pick<LedgerQuery, 'flowFrom' | 'flowTo'>): { readonly from: LocalDate; readonly to: LocalDate } | null {
  return flowFrom === null || flowTo === null || flowFrom > flowTo ? null : { from: flowFrom, to: flowTo }
}
