import { isOneOf } from '../../casework/choice.js'
import { CALL_RESULTS, withoutNumber } from '../../casework/phone-call.js'
import type { Recorder } from '../recorder.js'

/** 电话答复: one call, as it went (R15): when, who, which number, what came of it, what was said, understood or not. */
export const recordPhoneReply: Recorder = ({ subject, task, actor, answers, at }) => {
  const { callResult, callNumber, callSaid, understood } = answers
  if (isOneOf(CALL_RESULTS, callResult)) {
    subject.recordCall({
      taskId: task.id,
      at,
      by: actor.accountId,
      number: typeof callNumber === 'string' ? callNumber : subject.row.contact,
      result: callResult,
      said: typeof callSaid === 'string' ? callSaid : null,
      understood: typeof understood === 'boolean' ? understood : null,
    })
  }
  return withoutNumber(answers)
}
