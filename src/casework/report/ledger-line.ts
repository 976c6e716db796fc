import type { LocalDate } from '../../calendar/local-date.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { Case } from '../case.js'
import { causeLabel } from '../cause.js'
import { CHANNELS } from '../channel.js'
import { labelOf } from '../choice.js'
import { ENDINGS, endingOf } from '../ending.js'
import { FAILED_STAGES } from '../failed-stage.js'
import { maskName, maskPhone, maskText } from '../masking.js'
import { OUTCOMES } from '../outcome.js'
import { satisfactionLabel } from '../satisfaction.js'
import { verdictLabel } from '../verdict.js'
import type { ReportPromise, ReportRectification } from './input.js'
import { standingOf } from './promises.js'
import { remarkOf } from './ledger-remark.js'

/** The columns of the ledger (台账) in their order, product.md; 序号 stands before them. */
export const LEDGER_COLUMNS = [
  { key: 'number', kind: 'text', width: 14 },
  { key: 'registeredAt', kind: 'instant', width: 17 },
  { key: 'place', kind: 'text', width: 26 },
  { key: 'channel', kind: 'text', width: 10 },
  { key: 'reporter', kind: 'text', width: 14 },
  { key: 'contact', kind: 'text', width: 14 },
  { key: 'item', kind: 'text', width: 26 },
  { key: 'department', kind: 'text', width: 20 },
  { key: 'stage', kind: 'text', width: 14 },
  { key: 'summary', kind: 'text', width: 40 },
  { key: 'cause', kind: 'text', width: 24 },
  { key: 'verdict', kind: 'text', width: 16 },
  { key: 'verdictAt', kind: 'instant', width: 17 },
  { key: 'dueOn', kind: 'day', width: 12 },
  { key: 'answeredAt', kind: 'instant', width: 17 },
  { key: 'onTime', kind: 'text', width: 10 },
  { key: 'rectification', kind: 'text', width: 40 },
  { key: 'outcome', kind: 'text', width: 12 },
  { key: 'satisfaction', kind: 'text', width: 12 },
  { key: 'closedAt', kind: 'instant', width: 17 },
  { key: 'remark', kind: 'text', width: 24 },
] as const

export type LedgerColumnKey = (typeof LEDGER_COLUMNS)[number]['key']

/** A case as its line of the ledger, masked: words, an instant in UTC, or a day; null is left empty. */
export type ReportLedgerLine = Readonly<Record<LedgerColumnKey, string | null>>

export function ledgerColumnLabel(key: LedgerColumnKey | 'position'): string {
  return text(`reportLedger.column.${key}`)
}

/** What a line is made of beyond the figures’ view of a case. */
export interface LedgerCase extends Pick<
  Case,
  | 'number'
  | 'registeredAt'
  | 'channel'
  | 'reporterName'
  | 'agentName'
  | 'contact'
  | 'itemName'
  | 'failedStage'
  | 'visits'
  | 'description'
  | 'cause'
  | 'verdict'
  | 'outcome'
  | 'satisfaction'
  | 'hiddenBarrier'
  | 'recurrence'
  | 'closedAt'
  | 'endEvent'
> {
  readonly placeName: string
  readonly windowName: string | null
  readonly departmentName: string | null
  /** when what it says of people was cleared */
  readonly erasedAt?: Instant | null
}

/** A promise with the instants that the ledger names. */
export interface LedgerPromise extends ReportPromise {
  readonly armedAt: Instant
  readonly closedAt: Instant | null
}

/**
 * @param promises those made in this case, in their order; the newest of the ten days stands in the line, else of the three
 * @param rectifications those accepted
 * @param asOf the day of looking
 */
export function ledgerLine(
  each: LedgerCase,
  promises: readonly LedgerPromise[],
  rectifications: readonly Pick<ReportRectification, 'beforeText' | 'afterText'>[],
  asOf: LocalDate,
): ReportLedgerLine {
  const main =
    promises.findLast(({ promise }) => promise === 'feedback') ??
    promises.findLast(({ promise }) => promise === 'phoneReply')
  const standing = main && standingOf(main, asOf)
  return {
    number: each.number,
    registeredAt: each.registeredAt,
    place: [each.placeName, each.windowName].filter(Boolean).join('·'),
    channel: labelOf(CHANNELS, each.channel),
    reporter: reporterOf(each),
    contact: isErased(each) ? text('retention.blank') : maskPhone(each.contact),
    item: each.itemName,
    department: each.departmentName ?? text('case.department.unknown'),
    stage: each.failedStage === null ? null : labelOf(FAILED_STAGES, each.failedStage),
    summary: isErased(each) ? text('retention.blank.story') : maskText(each.description),
    cause: each.cause === null ? null : causeLabel(each.cause),
    verdict: each.verdict === null ? null : verdictLabel(each.verdict),
    verdictAt: promises[0]?.armedAt ?? null,
    dueOn: main?.dueOn ?? null,
    answeredAt: main?.closedAt ?? null,
    onTime: standing === undefined ? null : text(`reportLedger.onTime.${standing}`),
    rectification: rectifications.map(told).join('；') || null,
    outcome: each.outcome === null ? null : labelOf(OUTCOMES, each.outcome),
    satisfaction: each.satisfaction === null ? null : satisfactionLabel(each.satisfaction),
    closedAt: each.closedAt,
    remark: remarkOf({
      ...each,
      ending: ENDINGS.find(one => one.value === endingOf(each.endEvent)) ?? null,
      phoneReply:
        main?.promise === 'feedback' ? promises.findLast(one => one.promise === 'phoneReply') : undefined,
      provisional: main?.endedOn === null && main.provisional,
      asOf,
    }),
  }
}

function reporterOf(each: LedgerCase): string {
  if (isErased(each)) return text('retention.blank')
  return each.reporterName === '' ? text('case.anonymous') : maskName(each.reporterName)
}

function isErased({ erasedAt }: LedgerCase): boolean {
  return erasedAt !== null && erasedAt !== undefined
}

function told({ beforeText, afterText }: Pick<ReportRectification, 'beforeText' | 'afterText'>): string {
  const words = (value: string | null) => maskText(value ?? text('reportLedger.nothingSaid'))
  return text('reportLedger.rectification', { before: words(beforeText), after: words(afterText) })
}
