import { formatDate, formatInstant, localDateOf } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { RETENTION, type RetentionKind, type RetentionRule } from '../../casework/retention.js'
import { hasRight } from '../../casework/rights.js'
import { text } from '../../catalogue/index.js'
import { nightHour, type RetentionPage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'
import type { LinkModel, PageHeaderModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'admin/retention': RetentionModel
  }
}

/** 保存期限: the terms, the next run, what it would clear and what it would not, what was cleared when. */
export interface RetentionModel {
  readonly header: PageHeaderModel
  readonly next: string
  /** the office has not decided yet: with the way to where it does, for who may */
  readonly confirm: { readonly words: string; readonly link: LinkModel | null } | null
  readonly kinds: LedgerModel
  readonly due: {
    readonly cases: readonly {
      readonly number: string
      readonly href: string | null
      readonly closed: string
    }[]
    readonly more: string | null
  }
  readonly kept: LedgerModel | null
  readonly holds: LedgerModel | null
  readonly done: LedgerModel | null
}

export function retentionModel(page: RetentionPage, actor: Actor): RetentionModel {
  const caseHref = (number: string) => (hasRight(actor, 'case.see') ? pathTo(paths.case, { number }) : null)
  const numberOf = (number: string): LedgerValue => ({ text: number, href: caseHref(number) })
  const under = page.nextAt <= page.at
  const count = page.kinds.find(({ kind }) => kind === 'cases')?.due.count ?? 0
  return {
    header: {
      title: text('retention.title'),
      what: text('retention.what'),
      next: text('retention.next'),
      by: null,
    },
    next: under
      ? text('retention.nextRun.now')
      : text('retention.nextRun', { hour: nightHour, when: formatInstant(page.nextAt) }),
    confirm: page.kinds.some(({ confirmed }) => !confirmed)
      ? {
          words: text('retention.confirm'),
          link: hasRight(actor, 'setting.change')
            ? { href: `${paths.officeSettings}#retention`, label: text('retention.settings') }
            : null,
        }
      : null,
    kinds: kindsOf(page),
    due: {
      cases: page.cases.map(({ number, closedAt }) => ({
        ...{ number, href: caseHref(number) },
        closed: text('retention.dry.closed', { day: dayOf(closedAt) }),
      })),
      more:
        count > page.cases.length ? text('retention.dry.more', { count: count - page.cases.length }) : null,
    },
    kept: tableOf(
      columns('keptCases', ['number', 'closed', 'why']),
      page.kept.map(({ number, closedAt, why }) => [
        numberOf(number),
        dayOf(closedAt),
        text(`retention.kept.${why}`),
      ]),
    ),
    holds: tableOf(
      columns('holds', ['number', 'reason', 'by']),
      page.holds.map(({ number, reason, byName, at }) => [
        numberOf(number),
        reason,
        text('retention.holds.by', { name: byName, day: dayOf(at) }),
      ]),
    ),
    done: tableOf(
      columns('done', ['day', 'what', 'count', 'by']),
      page.done.map(({ on, kind, count: cleared, byName }) => [
        formatDate(on),
        text(`retention.${kind}.what`),
        String(cleared),
        byName ?? text('retention.done.clock'),
      ]),
    ),
  }
}

function kindsOf({ kinds }: RetentionPage): LedgerModel {
  const labels = ['kind', 'detail', 'term', 'due', 'oldest', 'bounds']
  return ledger(
    null,
    labels.map(name => ({ label: text(`retention.column.${name}`), numeric: name === 'due' })),
    kinds.map(({ kind, value, due }) => [
      text(`retention.${kind}.what`),
      text(`retention.${kind}.detail`),
      text('retention.term', {
        since: text(`retention.${kind}.since`),
        term: text(`retention.term.${RETENTION[kind].unit}`, { value }),
      }),
      due.count === 0 ? text('retention.due.none') : String(due.count),
      due.oldest === null ? text('shell.none') : dayOf(due.oldest),
      boundsOf(kind),
    ]),
  )
}

function boundsOf(kind: RetentionKind): string {
  const { unit, least, most, key }: RetentionRule = RETENTION[kind]
  const source = text(`retention.${kind}.source`)
  if (key === undefined) return text('retention.fixed', { source })
  const term = (value: number) => text(`retention.term.${unit}`, { value })
  return text('retention.bounds', { least: term(least), most: term(most), source })
}

function tableOf(
  heads: Parameters<typeof ledger>[1],
  rows: readonly (readonly LedgerValue[])[],
): LedgerModel | null {
  return rows.length === 0 ? null : ledger(null, heads, rows)
}

function columns(area: string, names: readonly string[]) {
  return names.map(name => ({ label: text(`retention.${area}.column.${name}`) }))
}

function dayOf(instant: string): string {
  return formatDate(localDateOf(instant))
}
