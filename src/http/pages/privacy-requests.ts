import { formatDate, formatInstant } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { labelOf } from '../../casework/choice.js'
import { PRIVACY_CHANNELS, PRIVACY_REQUESTS } from '../../casework/privacy-request.js'
import { hasRight } from '../../casework/rights.js'
import { text } from '../../catalogue/index.js'
import type { PrivacyRequestList } from '../../runtime/index.js'
import { writeCursor } from '../forms/cursor.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'
import type { LinkModel, PageHeaderModel } from './parts.js'
import { privacyState } from './privacy-state.js'

declare module '../render.js' {
  interface Pages {
    'privacy/list': PrivacyRequestsModel
  }
}

/** 个人信息申请: what waits to be answered and by when; what was answered. */
export interface PrivacyRequestsModel {
  readonly header: PageHeaderModel
  readonly open: LedgerModel | null
  readonly openNext: string | null
  readonly decided: LedgerModel | null
  readonly decidedNext: string | null
  readonly first: LinkModel | null
}

type Line = PrivacyRequestList['open']['rows'][number]

/** @param paged whether this is not the first page */
export function privacyRequestsPage(
  actor: Actor,
  { today, open, decided }: PrivacyRequestList,
  paged: boolean,
): PrivacyRequestsModel {
  const decides = hasRight(actor, 'privacy.decide')
  const [first] = open.rows
  return {
    header: {
      title: text('privacy.list.title'),
      what: text('privacy.list.what'),
      next: text(decides ? 'privacy.list.next' : 'privacy.list.next.clerk'),
      by: first === undefined || paged ? null : text('privacy.list.by', { day: formatDate(first.dueOn) }),
    },
    open: tableOf(open.rows, ['what', 'case', 'asked', 'due', 'state'], one => [
      linkTo(one, decides),
      caseCell(one),
      text('privacy.list.askedBy', {
        when: formatInstant(one.askedAt),
        channel: labelOf(PRIVACY_CHANNELS, one.channel),
      }),
      formatDate(one.dueOn),
      { state: privacyState(one, today) },
    ]),
    openNext: open.next && `${paths.privacyRequests}?open=${writeCursor({ ...open.next })}`,
    decided: tableOf(decided.rows, ['what', 'case', 'decided', 'decidedBy', 'state'], one => [
      linkTo(one, decides),
      caseCell(one),
      decidedWords(one),
      one.decidedByName ?? '',
      { state: privacyState(one, today) },
    ]),
    decidedNext: decided.next === null ? null : `${paths.privacyRequests}?decided=${decided.next}`,
    first: paged ? { href: paths.privacyRequests, label: text('privacy.list.first') } : null,
  }
}

function tableOf(
  rows: readonly Line[],
  columns: readonly string[],
  cells: (one: Line) => readonly LedgerValue[],
): LedgerModel | null {
  if (rows.length === 0) return null
  return ledger(
    null,
    columns.map(name => ({ label: text(`privacy.list.column.${name}`) })),
    rows.map(cells),
  )
}

/** Who decides goes to the request, the window to the person. */
function linkTo({ id, kind, caseNumber }: Line, decides: boolean): LedgerValue {
  return {
    text: labelOf(PRIVACY_REQUESTS, kind),
    href: decides ? pathTo(paths.privacyRequest, { id }) : pathTo(paths.casePerson, { number: caseNumber }),
  }
}

function caseCell({ caseNumber, itemName }: Line): LedgerValue {
  return {
    pieces: [
      { text: caseNumber, href: pathTo(paths.case, { number: caseNumber }) },
      { text: ` ${itemName}`, href: null },
    ],
  }
}

/** When it was answered, and whether that was by the day that was said. */
function decidedWords({ decidedAt, dueOn }: Line): string {
  return text('privacy.list.answered', {
    when: formatInstant(decidedAt ?? ''),
    day: formatDate(dueOn),
  })
}
