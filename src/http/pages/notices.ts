import { formatDate, formatInstant } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { quarterLabel } from '../../casework/quarter.js'
import { hasText, text } from '../../catalogue/index.js'
import type { NoticeLine } from '../../runtime/index.js'
import { writeCursor } from '../forms/cursor.js'
import { homeLink } from '../home.js'
import { paths, pathTo } from '../paths.js'
import type { EmptyStateModel, PageHeaderModel, PaginationModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'notices/list': NoticesModel
  }
}

/** 提醒: what this person was told, the newest first. */
export interface NoticesModel {
  readonly header: PageHeaderModel
  readonly rows: readonly NoticeRow[]
  readonly empty: EmptyStateModel | null
  readonly pages: PaginationModel
  /** up to which notice “all” is read; null when everything is */
  readonly through: number | null
}

interface NoticeRow {
  readonly href: string
  readonly sentence: string
  readonly about: string | null
  readonly when: string
  readonly at: string
  readonly message: string | null
  /** the shape and colour beside it: a card, or a note */
  readonly kind: 'yellow' | 'red' | 'note'
  readonly unread: boolean
  readonly mine: boolean
}

export function noticesPage(
  { rows, next }: { rows: readonly NoticeLine[]; next: { id: number } | null },
  { after, unread, reader }: { after: string | null; unread: number; reader: Pick<Actor, 'role'> },
): NoticesModel {
  const newest = after === null ? (rows[0]?.id ?? null) : null
  return {
    header: {
      title: text('notices.title'),
      what: text('notices.what'),
      next: text(unread > 0 ? 'notices.next' : 'notices.next.none'),
      by: null,
    },
    rows: rows.map(rowOf),
    empty:
      rows.length > 0
        ? null
        : {
            title: text('notices.empty.title'),
            why: text('notices.empty.why'),
            action: homeLink(reader),
          },
    pages: {
      shown: text('notices.shown', { count: rows.length }),
      previous: after === null ? null : paths.notices,
      next: next === null ? null : `${paths.notices}?after=${writeCursor({ ...next })}`,
    },
    through: unread > 0 ? newest : null,
  }
}

function rowOf(line: NoticeLine): NoticeRow {
  return {
    href: pathTo(paths.notice, { id: line.id }),
    sentence: sentenceOf(line),
    about: aboutOf(line),
    when: formatInstant(line.at),
    at: line.at,
    message: line.message,
    kind: line.kind === 'card.red' ? 'red' : line.kind === 'card.yellow' ? 'yellow' : 'note',
    unread: !line.read,
    mine: line.mine,
  }
}

// a kind that is younger than this page is still told, in the plainest words
function sentenceOf({ kind, words, fromName, taskName }: NoticeLine): string {
  const key = `notice.${kind}`
  const due = typeof words.dueAt === 'string' ? formatInstant(words.dueAt) : ''
  const values = { from: fromName ?? '', task: taskName ?? '', due, ...words, ...dayOf(words) }
  return hasText(key) ? text(key, values) : text('notice.other')
}

function aboutOf({ caseNumber, itemName, quarter }: NoticeLine): string | null {
  if (caseNumber !== null) return text('notices.case', { number: caseNumber, item: itemName ?? '' })
  return quarter === null ? null : text('notices.quarter', { quarter: quarterLabel(quarter) })
}

/** A day among the words, as people read it. */
function dayOf({ day }: NoticeLine['words']): { readonly day?: string } {
  return typeof day === 'string' ? { day: formatDate(day) } : {}
}
