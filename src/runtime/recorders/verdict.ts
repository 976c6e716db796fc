import { text } from '../../catalogue/index.js'
import { isCauseCode } from '../../casework/cause.js'
import { isOneOf } from '../../casework/choice.js'
import { isCauseConfirmed } from '../../casework/confirmation.js'
import { ConfirmationMissingProblem, InvalidAnswersProblem } from '../../casework/problem.js'
import { checkVerdict } from '../../casework/verdict-check.js'
import { VERDICTS } from '../../casework/verdict.js'
import type { Recorder } from '../recorders.js'

/** 责任认定: no verdict without a recorded confirmation or a recorded override (R13), and A only by R14. */
export const recordVerdict: Recorder = ({ subject, answers }) => {
  const { facts, row } = subject
  const overridden = typeof facts.rulingReason === 'string' && facts.rulingReason !== ''
  if (!overridden && !isCauseConfirmed(subject.confirmations)) {
    throw new ConfirmationMissingProblem(row.number, text('runtime.confirmation.departments'))
  }
  const { verdict } = answers
  if (!isOneOf(VERDICTS, verdict)) return answers
  const named = answers.guideNamesIt
  const refused = checkVerdict({
    verdict,
    cause: isCauseCode(facts.cause) ? facts.cause : null,
    causeSecondary: isCauseCode(facts.causeSecondary) ? facts.causeSecondary : null,
    missingMaterials: typeof answers.missingMaterials === 'string' ? answers.missingMaterials : null,
    guideMatch: row.guideMatch,
    guideNamesIt: typeof named === 'boolean' ? named : null,
  }).filter(finding => finding.severity === 'refused')
  if (refused.length > 0) {
    throw new InvalidAnswersProblem(
      Object.fromEntries(refused.map(finding => [finding.field, finding.message])),
    )
  }
  return answers
}
