import { formatDate, formatInstant, type LocalDate } from '../../calendar/index.js'
import { labelOf } from '../../casework/choice.js'
import { groundWords, PRIVACY_REQUESTS } from '../../casework/privacy-request.js'
import { text } from '../../catalogue/index.js'
import type { Tracked } from '../../runtime/index.js'
import { state, type StateModel } from './state.js'

type Request = Tracked['privacyRequests'][number]

/** A request and what became of it, for the partial `privacy-request`. */
export interface PrivacyRequestModel {
  readonly what: string
  readonly state: StateModel
  /** when it was asked, and by when it is or when it was answered */
  readonly when: string
  /** the reason in the law of a refusal */
  readonly ground: string | null
  readonly answer: string | null
}

/** What was asked about personal data, and where it stands, in words that the citizen and the office both read. */
export function privacyRequestModel(request: Request): PrivacyRequestModel {
  const { kind, askedAt, dueOn, decidedAt, ground, answer } = request
  const asked = formatInstant(askedAt)
  return {
    what: labelOf(PRIVACY_REQUESTS, kind),
    state: privacyState(request),
    when:
      decidedAt === null
        ? text('privacy.request.waiting', { asked, day: formatDate(dueOn) })
        : text('privacy.request.decided', { asked, decided: formatInstant(decidedAt) }),
    ground: ground === null ? null : groundWords(ground),
    answer,
  }
}

/** @param today without it a request that waits is not said to be late: the citizen reads the day */
export function privacyState(
  { decision, dueOn }: Pick<Request, 'decision' | 'dueOn'>,
  today?: LocalDate,
): StateModel {
  if (decision === 'granted') return state('met', text('privacy.state.granted'))
  if (decision === 'refused') return state('closed', text('privacy.state.refused'))
  const late = today !== undefined && dueOn < today
  return late ? state('red', text('privacy.state.late')) : state('ok', text('privacy.state.waiting'))
}
