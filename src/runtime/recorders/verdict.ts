import type { Answers } from '../../casework/answers.js'
import { isCauseCode } from '../../casework/cause.js'
import { isOneOf } from '../../casework/choice.js'
import { isCauseConfirmed } from '../../casework/confirmation.js'
import { ConfirmationMissingProblem, InvalidAnswersProblem } from '../../casework/problem.js'
import { RECURRENCES } from '../../casework/recurrence.js'
import { checkVerdict } from '../../casework/verdict-check.js'
import { VERDICTS } from '../../casework/verdict.js'
import { text } from '../../catalogue/index.js'
import type { CaseSubject } from '../case-subject.js'
import type { Recorder } from '../recorder.js'

/** 责任认定: no verdict without a recorded confirmation or a recorded override (R13), and A only by R14. */
export const recordVerdict: Recorder = ({ subject, answers }) => {
  const { rulingReason } = subject.facts
  const overridden = typeof rulingReason === 'string' && rulingReason !== ''
  if (!overridden && !isCauseConfirmed(subject.confirmations)) {
    throw new ConfirmationMissingProblem(subject.row.number, text('runtime.confirmation.departments'))
  }
  refuseUnsound(subject, answers)
  // R9: a person says whether the problem has come back; that is the case’s fact from here on.
  const { recurrenceFinding, ...facts } = answers
  return isOneOf(RECURRENCES, recurrenceFinding) ? { ...facts, recurrence: recurrenceFinding } : facts
}

function refuseUnsound({ facts, row }: CaseSubject, answers: Answers) {
  const { verdict, missingMaterials, guideNamesIt } = answers
  if (!isOneOf(VERDICTS, verdict)) return
  const refused = checkVerdict({
    verdict,
    cause: isCauseCode(facts.cause) ? facts.cause : null,
    causeSecondary: isCauseCode(facts.causeSecondary) ? facts.causeSecondary : null,
    missingMaterials: typeof missingMaterials === 'string' ? missingMaterials : null,
    guideMatch: row.guideMatch,
    guideNamesIt: typeof guideNamesIt === 'boolean' ? guideNamesIt : null,
  }).filter(finding => finding.severity === 'refused')
  if (refused.length > 0) {
    throw new InvalidAnswersProblem(Object.fromEntries(refused.map(({ field, message }) => [field, message])))
  }
}
