import { formatDate, localDateOf } from '../../calendar/index.js'
import { CAUSE_GROUPS, CAUSES, causeLabel } from '../../casework/cause.js'
import { ENDINGS } from '../../casework/ending.js'
import { isTooShort, searchTerms } from '../../casework/search.js'
import { VERDICTS, verdictLabel } from '../../casework/verdict.js'
import type { Actor } from '../../casework/actor.js'
import { text } from '../../catalogue/index.js'
import type { LedgerLine } from '../../runtime/index.js'
import { caseCursor, writeCursor } from '../forms/cursor.js'
import { ledgerAddress, type LedgerQuery } from '../forms/ledger-query.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'
import type { EmptyStateModel, PageHeaderModel, PaginationModel } from './parts.js'
import { state, type StateModel } from './state.js'

/** The model of `cases/list`. */
export interface CaseLedgerModel {
  readonly header: PageHeaderModel
  readonly filters: {
    readonly words: string
    readonly from: string
    readonly to: string
    readonly statuses: readonly Option[]
    readonly cards: readonly Option[]
    readonly due: string
    readonly departments: readonly Option[] | null
    readonly places: readonly Option[] | null
    readonly verdicts: readonly Option[]
    readonly noCause: boolean
    readonly causes: readonly { readonly label: string; readonly options: readonly Option[] }[]
    /** what a link asked for and no box of the form does: sent along when the form is */
    readonly kept: readonly { readonly name: string; readonly value: string; readonly words: string }[]
    readonly clear: string | null
  }
  readonly table: LedgerModel
  readonly pages: PaginationModel
  readonly first: string | null
  readonly empty: EmptyStateModel | null
}

interface Option {
  readonly value: string
  readonly label: string
  readonly chosen: boolean
}

interface Given {
  readonly actor: Actor
  readonly query: LedgerQuery
  readonly page: { readonly rows: readonly LedgerLine[]; readonly next: unknown }
  readonly departments: readonly Named[]
  readonly places: readonly Named[]
}

interface Named {
  readonly id: number
  readonly name: string
}

export function caseLedgerPage({ actor, query, page, departments, places }: Given): CaseLedgerModel {
  const { rows, next } = page
  const asked = { ...query, after: null }
  const filtered = ledgerAddress(paths.cases, asked) !== paths.cases
  return {
    header: {
      title: text('cases.title'),
      what: text(`cases.what.${actor.role}`),
      next: text('cases.next'),
      by: null,
    },
    filters: {
      words: query.words,
      from: query.from ?? '',
      to: query.to ?? '',
      statuses: (['open', 'closed'] as const).map(status => ({
        value: status,
        label: text(`cases.status.${status}`),
        chosen: status === query.status,
      })),
      cards: (['red', 'yellow'] as const).map(card => ({
        value: card,
        label: text(`watch.tile.${card}`),
        chosen: card === query.card,
      })),
      due: query.due ?? '',
      departments: actor.role === 'liaison' ? null : named(departments, query.department),
      places: actor.role === 'clerk' ? null : named(places, query.place),
      verdicts: VERDICTS.map(({ value, label }) => ({ value, label, chosen: value === query.verdict })),
      noCause: query.cause === 'none',
      causes: CAUSE_GROUPS.map(({ group, label }) => ({
        label: `${group} ${label}`,
        options: CAUSES.filter(cause => cause.group === group).map(({ code }) => ({
          value: code,
          label: causeLabel(code),
          chosen: code === query.cause,
        })),
      })),
      kept: (['item', 'lead', 'barrier', 'recurrence'] as const).flatMap(name => {
        const value = query[name]
        return value === null ? [] : [{ name, value: String(value), words: text(`cases.kept.${name}`) }]
      }),
      clear: filtered ? paths.cases : null,
    },
    table: caseTable(rows),
    pages: {
      shown: text('cases.shown', { count: rows.length }),
      previous: null,
      next: next
        ? ledgerAddress(paths.cases, { ...asked, after: writeCursor(caseCursor.parse(next)) })
        : null,
    },
    first: query.after === null ? null : ledgerAddress(paths.cases, asked),
    empty: rows.length === 0 ? (tooShort(query.words) ?? empty(filtered, actor)) : null,
  }
}

/** Lines of the ledger under its columns, or under some of them where there is less room. */
export function caseTable(rows: readonly LedgerLine[], only: readonly Column[] = allColumns): LedgerModel {
  return ledger(
    null,
    only.map(name => ({ label: text(`cases.column.${name}`) })),
    rows.map(row => only.map(name => cells[name](row))),
  )
}

function named(all: readonly Named[], chosen: number | null): readonly Option[] {
  return all.map(({ id, name }) => ({ value: String(id), label: name, chosen: id === chosen }))
}

const cells = {
  number: ({ number }) => ({ text: number, href: pathTo(paths.case, { number }) }),
  item: ({ itemName }) => itemName,
  state: row => ({ state: stateOf(row) }),
  registered: ({ registeredOn }) => short(registeredOn, registeredOn),
  place: ({ placeName, windowName }) => [placeName, windowName].filter(Boolean).join(' · '),
  reporter: ({ reporterName }) => (reporterName === '' ? text('case.anonymous') : reporterName),
  department: ({ departmentName }) => departmentName ?? text('case.department.unknown'),
  cause: ({ cause }) => (cause === null ? text('shell.none') : causeLabel(cause)),
  verdict: ({ verdict }) => (verdict === null ? text('shell.none') : verdictLabel(verdict)),
  due: dueOf,
} satisfies Readonly<Record<string, (row: LedgerLine) => LedgerValue>>

type Column = keyof typeof cells
const allColumns = Object.keys(cells) as Column[]

/** Why words of one character find nothing; null when they have more. */
export function tooShort(words: string): EmptyStateModel | null {
  return words !== '' && isTooShort(searchTerms(words))
    ? { title: text('search.short.title'), why: text('search.short.why'), action: null }
    : null
}

export function stateOf({ closedAt, endEvent, promise, workingDays, card }: LedgerLine): StateModel {
  if (closedAt !== null) {
    const ending = ENDINGS.find(one => one.endEvent === endEvent)?.label ?? text('cases.status.closed')
    const late = promise?.standing.overdue === true
    return late ? state('late', text('cases.state.late', { ending })) : state('met', ending)
  }
  if (card !== null) return state(card)
  if (promise === null) return state('ok', text('cases.state.running', { days: workingDays }))
  if (promise.metAt !== null)
    return promise.standing.overdue ? state('late') : state('met', text('cases.state.replied'))
  if (promise.standing.overdue) return state('red')
  if (promise.standing.pause !== null)
    return state('paused', text('cases.state.paused', { days: promise.standing.remainingWorkingDays }))
  return promise.standing.remainingWorkingDays <= 1
    ? state('yellow')
    : state('ok', text('cases.state.left', { days: promise.standing.remainingWorkingDays }))
}

function dueOf({ promise, registeredOn }: LedgerLine): string {
  if (promise === null) return text('shell.none')
  const { kind, dueOn, promisedOn } = promise
  const held = text(`cases.due.${kind}`, { due: short(dueOn, registeredOn) })
  const due =
    dueOn > promisedOn
      ? text('cases.due.extended', { due: held, promised: short(promisedOn, registeredOn) })
      : held
  return promise.metAt === null
    ? due
    : text('cases.due.met', { due, when: short(localDateOf(promise.metAt), registeredOn) })
}

/** Keeps a short date on one line of a narrow column. */
const wordJoiner = '\u2060'

/** Without its year when that is the year of the registration, which the number begins with. */
function short(day: string, registeredOn: string): string {
  const plain = formatDate(day).replace(/（.*/, '').replace('月', `月${wordJoiner}`)
  return day.slice(0, 4) === registeredOn.slice(0, 4) ? plain.replace(/^\d+年/, '') : plain
}

function empty(filtered: boolean, { role }: Actor): EmptyStateModel {
  return filtered
    ? {
        title: text('cases.empty.filtered.title'),
        why: text('cases.empty.filtered.why'),
        action: { href: paths.cases, label: text('cases.clear') },
      }
    : { title: text('cases.empty.title'), why: text(`cases.empty.why.${role}`), action: null }
}
