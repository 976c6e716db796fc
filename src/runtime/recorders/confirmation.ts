import { isOneOf } from '../../casework/choice.js'
import { CONFIRMATIONS } from '../../casework/confirmation.js'
import type { Recorder } from '../recorder.js'

/** 部门确认: what this task’s department says in this round (R13). The facts only know what all of them said. */
export const recordConfirmation: Recorder = ({ subject, task, actor, answers }) => {
  const { confirmation, confirmationReason, ...facts } = answers
  if (task.departmentId !== null && isOneOf(CONFIRMATIONS, confirmation) && confirmation !== 'deemed') {
    subject.answerFor(task.departmentId, {
      confirmation,
      reason: typeof confirmationReason === 'string' ? confirmationReason : null,
      by: actor.accountId,
    })
  }
  return facts
}
