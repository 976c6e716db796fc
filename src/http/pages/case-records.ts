import { formatDate, formatInstant } from '../../calendar/index.js'
import { labelOf } from '../../casework/choice.js'
import { CONFIRMATIONS } from '../../casework/confirmation.js'
import { CALL_RESULTS } from '../../casework/phone-call.js'
import { VERDICTS } from '../../casework/verdict.js'
import { maskText } from '../../casework/masking.js'
import { text } from '../../catalogue/index.js'
import type { CasePage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel } from './ledger.js'
import type { LinkModel } from './parts.js'
import { rectificationBrief, type RectificationBrief } from './rectification-brief.js'
import { rectificationState } from './rectification-state.js'
import type { StateModel } from './state.js'

/** What was recorded on the way: what departments said, the calls, what was put right, and cases like it. */
export interface CaseRecords {
  readonly confirmations: LedgerModel | null
  readonly calls: LedgerModel | null
  readonly rectifications: readonly (RectificationBrief & {
    readonly state: StateModel
    readonly returned: string | null
  })[]
  readonly similar: readonly (LinkModel & { readonly note: string })[]
}

export function caseRecords(page: CasePage): CaseRecords {
  return {
    confirmations: confirmationsOf(page),
    calls: callsOf(page),
    rectifications: rectificationsOf(page),
    similar: similarOf(page),
  }
}

function confirmationsOf({ confirmations }: CasePage): LedgerModel | null {
  if (confirmations.length === 0) return null
  const columns = ['department', 'part', 'round', 'said', 'when'].map(name => ({
    label: text(`case.confirmation.${name}`),
  }))
  const rows = confirmations.map(one => {
    const said =
      one.confirmation === null
        ? text('task.brief.confirmation.waiting')
        : labelOf(CONFIRMATIONS, one.confirmation)
    return [
      one.departmentName,
      text(`case.part.${one.part}`),
      text('case.round', { round: one.round }),
      one.reason ? `${said}：${one.reason}` : said,
      one.confirmedAt === null ? text('shell.none') : formatInstant(one.confirmedAt),
    ]
  })
  return ledger(null, columns, rows)
}

function callsOf({ calls }: CasePage): LedgerModel | null {
  if (calls.length === 0) return null
  const columns = ['when', 'number', 'result', 'said', 'understood'].map(name => ({
    label: text(`case.call.${name}`),
  }))
  const rows = calls.map(({ at, number, result, said, understood }) => [
    formatInstant(at),
    number,
    labelOf(CALL_RESULTS, result),
    said ?? text('shell.none'),
    understood === null ? text('shell.none') : text(understood ? 'case.understood' : 'case.notUnderstood'),
  ])
  return ledger(null, columns, rows)
}

function rectificationsOf(page: CasePage): CaseRecords['rectifications'] {
  const names = new Map(page.confirmations.map(one => [one.departmentId, one.departmentName]))
  return page.rectifications.map(one => ({
    ...rectificationBrief(one, names),
    state: rectificationState(one),
    returned: one.returnedReason && maskText(one.returnedReason),
  }))
}

function similarOf({ similar, links, detail }: CasePage): CaseRecords['similar'] {
  const linked = links.map(({ number, kind, caseId }) => ({
    number,
    // a link is told from the later case's side or from the earlier one's
    note: text(`case.link.${kind}${caseId === detail.id ? '' : '.later'}`),
  }))
  const known = new Set(linked.map(({ number }) => number))
  const others = similar
    .filter(({ number }) => !known.has(number))
    .map(({ number, registeredOn, verdict }) => ({
      number,
      note:
        text('case.similar.note', { day: formatDate(registeredOn) }) +
        (verdict === null ? '' : `，${labelOf(VERDICTS, verdict)}`),
    }))
  return [...linked, ...others].map(({ number, note }) => ({
    href: pathTo(paths.case, { number }),
    label: number,
    note,
  }))
}
