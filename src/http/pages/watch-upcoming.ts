import { formatDate, localDateOf, type LocalDate } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { Board } from '../../runtime/index.js'
import { ledgerAddress, readLedgerQuery } from '../forms/ledger-query.js'
import { paths } from '../paths.js'
import { state } from './state.js'
import { deadlineLine, type WatchLineModel } from './watch-line.js'

/** A day to come, with what falls due on it. */
export interface UpcomingDay {
  readonly id: string
  readonly title: string
  readonly count: number
  readonly rows: readonly WatchLineModel[]
  readonly more: (All & { readonly words: string }) | null
}

interface All {
  readonly href: string
  readonly label: string
}

export function upcomingDays({ upcoming, now }: Board, ticked: readonly string[]): UpcomingDay[] {
  return upcoming.map(({ dueOn, count, rows }) => ({
    id: `day-${dueOn}`,
    title: shortDay(dueOn),
    count,
    rows: rows.map(line => {
      const shown = state(line.warnAt !== null && line.warnAt <= now ? 'yellow' : 'ok')
      return deadlineLine({ list: 'day', shown, now, ticked }, line)
    }),
    more:
      count > rows.length
        ? { words: text('watch.more', { count: count - rows.length }), ...ledgerOn(dueOn) }
        : null,
  }))
}

/** Where all cases are whose deadlines stand in this list. */
export function ledgerOf(list: 'red' | 'yellow' | 'today', now: Instant): All {
  return list === 'today'
    ? ledgerOn(localDateOf(now))
    : { href: ledgerAddress(paths.cases, readLedgerQuery({ card: list })), label: text(`watch.more.${list}`) }
}

function ledgerOn(due: LocalDate): All {
  return {
    href: ledgerAddress(paths.cases, readLedgerQuery({ due })),
    label: text('watch.more.day', { day: shortDay(due) }),
  }
}

function shortDay(day: LocalDate): string {
  return formatDate(day).replace(/^\d+年/, '')
}
