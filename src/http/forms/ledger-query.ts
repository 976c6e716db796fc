import { CAUSES, type CauseCode } from '../../casework/cause.js'
import { isOneOf } from '../../casework/choice.js'
import { VERDICTS, type Verdict } from '../../casework/verdict.js'
import type { LocalDate } from '../../calendar/index.js'

/** What an address asks of the ledger; what it asks for and there is not is left out. */
export interface LedgerQuery {
  readonly status: 'open' | 'closed' | null
  readonly department: number | null
  readonly place: number | null
  /** open cases with a deadline that is red or yellow now, or that falls due on this day */
  readonly card: 'red' | 'yellow' | null
  readonly due: LocalDate | null
  readonly verdict: Verdict | null
  /** of a cause, or of none yet */
  readonly cause: CauseCode | 'none' | null
  /** about this item of the register */
  readonly item: number | null
  /** this department in charge; 0: none yet */
  readonly lead: number | null
  readonly barrier: 'yes' | null
  readonly recurrence: 'confirmed' | null
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly words: string
  readonly after: string | null
}

/** Reads the query of /cases. */
export function readLedgerQuery(query: Readonly<Record<string, unknown>>): LedgerQuery {
  const word = (name: string) => (typeof query[name] === 'string' ? query[name].trim() : '')
  const { status, verdict, cause, card } = query
  return {
    status: status === 'open' || status === 'closed' ? status : null,
    department: id(word('department')),
    place: id(word('place')),
    card: card === 'red' || card === 'yellow' ? card : null,
    due: day(word('due')),
    verdict: isOneOf(VERDICTS, verdict) ? verdict : null,
    cause: cause === 'none' ? cause : (CAUSES.find(({ code }) => code === cause)?.code ?? null),
    item: id(word('item')),
    lead: id(word('lead')),
    barrier: query.barrier === 'yes' ? 'yes' : null,
    recurrence: query.recurrence === 'confirmed' ? 'confirmed' : null,
    from: day(word('from')),
    to: day(word('to')),
    words: word('q').slice(0, 100),
    after: word('after') || null,
  }
}

/** The address that asks the same; page by page with another `after`. */
export function ledgerAddress(path: string, { words, ...query }: LedgerQuery): string {
  const pairs = Object.entries({ q: words === '' ? null : words, ...query }).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)] as [string, string]],
  )
  const search = new URLSearchParams(pairs).toString()
  return search === '' ? path : `${path}?${search}`
}

function id(word: string): number | null {
  return /^\d{1,9}$/.test(word) ? Number(word) : null
}

function day(word: string): LocalDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(word)) return null
  const read = new Date(`${word}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(word) ? word : null
}
