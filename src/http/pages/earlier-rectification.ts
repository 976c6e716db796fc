import { text } from '../../catalogue/index.js'
import type { CasePage } from '../../runtime/index.js'
import { maskText } from '../../casework/masking.js'
import { labelOf } from '../../casework/choice.js'
import { RECURRENCES } from '../../casework/recurrence.js'
import { paths, pathTo } from '../paths.js'
import type { LinkModel } from './parts.js'
import { state, type StateModel } from './state.js'
import { rectificationBrief, type RectificationBrief } from './rectification-brief.js'

/** The model of the partial `earlier-rectification`: what was put right before, beside what is told now. */
export interface EarlierModel {
  readonly state: StateModel
  /** why a person holds it for the same problem, or not */
  readonly reason: string | null
  readonly from: LinkModel | null
  /** what the citizen tells now */
  readonly now: string
  readonly rectifications: readonly RectificationBrief[]
}

export function earlierModel({ earlier, detail }: CasePage): EarlierModel | null {
  if (earlier === null) return null
  const { recurrence, facts } = detail
  const { recurrenceReason } = facts
  const kind = recurrence === 'suspected' ? 'yellow' : recurrence === 'confirmed' ? 'red' : 'closed'
  return {
    state: state(kind, labelOf(RECURRENCES, recurrence)),
    reason: typeof recurrenceReason === 'string' ? maskText(recurrenceReason) : null,
    from:
      earlier.number === null
        ? null
        : {
            href: pathTo(paths.case, { number: earlier.number }),
            label: text('case.earlier.from', { number: earlier.number }),
          },
    now: detail.description,
    rectifications: earlier.rectifications.map(one =>
      rectificationBrief(one, new Map([[one.departmentId, one.departmentName]])),
    ),
  }
}
