import type { Recorder } from '../recorder.js'

/** 政管办核验: the office accepts the rectification or returns it with a reason (R17). */
export const recordVerification: Recorder = async ({ unit, subject, actor, answers, at }) => {
  const open = await unit.rectifications.openOf(subject.id)
  if (!open) return answers
  if (answers.rectificationAccepted === false) {
    const reason = typeof answers.verifyNote === 'string' ? answers.verifyNote : null
    await unit.rectifications.giveBack([{ id: open.id, reason, at, by: actor.accountId }])
  } else {
    await unit.rectifications.accept([open.id], { at, by: actor.accountId })
    subject.set({ rectifiedAt: at })
  }
  return answers
}
