import { CORRECTED_FIELDS, type CorrectedField } from '../../casework/correction.js'
import type { PrivacyAsked, PrivacyDecided } from '../../runtime/index.js'
import { typed } from './typed.js'

// more than this is no slip of the finger, and need not be sent back
const longest = 2000

/** What is to stand there instead, as it was typed. */
export function readCorrected(body: unknown): Readonly<Record<CorrectedField, string>> {
  const [reporterName, agentName, contact] = CORRECTED_FIELDS.map(name => typed(body, name).slice(0, 200))
  return { reporterName: reporterName ?? '', agentName: agentName ?? '', contact: contact ?? '' }
}

/** A request about one's own data; its words stand in a field of their own, since a page has a form for each kind. */
export function readPrivacyRequest(body: unknown): PrivacyAsked {
  const kind = typed(body, 'kind').slice(0, 20)
  const words = typed(body, wordsField(kind)).slice(0, longest)
  return { kind, words, ...readCorrected(body) }
}

/** The name of the field with the words of this kind of request. */
export function wordsField(kind: string): string {
  return `${kind}Words`
}

/** A decision, as it was typed. */
export function readPrivacyDecision(body: unknown): PrivacyDecided {
  return {
    decision: typed(body, 'decision'),
    ground: typed(body, 'ground'),
    answer: typed(body, 'answer').slice(0, longest),
    proof: typed(body, 'proof'),
    told: typed(body, 'told'),
  }
}
