import type { LocalDate } from '../../calendar/local-date.js'
import { text } from '../../catalogue/index.js'
import { cameManyTimes } from '../failed-stage.js'
import type { Recurrence } from '../recurrence.js'
import type { ReportPromise } from './input.js'
import { standingOf } from './promises.js'

/** What the last column of the ledger says, in few words; null when there is nothing to say. */
export function remarkOf({
  visits,
  hiddenBarrier,
  recurrence,
  agentName,
  ending,
  phoneReply,
  provisional,
  asOf,
}: {
  readonly visits: number | null
  readonly hiddenBarrier: boolean
  readonly recurrence: Recurrence
  readonly agentName: string | null
  readonly ending: { readonly value: string; readonly label: string } | null
  /** of a mixed case: the three days beside the ten */
  readonly phoneReply: ReportPromise | undefined
  readonly provisional: boolean
  readonly asOf: LocalDate
}): string | null {
  const remarks = [
    hiddenBarrier && text('figures.hiddenBarriers.label'),
    recurrence === 'confirmed' && text('figures.recurrencesConfirmed.label'),
    recurrence === 'suspected' && text('figures.recurrencesSuspected.label'),
    cameManyTimes(visits) && text('reportLedger.visits', { visits }),
    agentName !== null && agentName !== '' && text('reportLedger.agent'),
    phoneReply !== undefined &&
      text('reportLedger.phoneReply', {
        standing: text(`reportLedger.onTime.${standingOf(phoneReply, asOf)}`),
      }),
    provisional && text('figures.provisional.label'),
    ending !== null && ending.value !== 'archived' && ending.label,
  ]
  return remarks.filter(remark => remark !== false).join('、') || null
}
