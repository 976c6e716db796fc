import { giveAnotherDay } from '../interim-reply.js'
import type { Recorder } from '../recorder.js'
import { CannotExtendProblem, InvalidAnswersProblem } from '../../casework/problem.js'

/**
 * 反馈工作结果: the result, or an interim reply, which gives the citizen another day. One that comes too late is refused
 * where it was chosen: what is left is the result.
 */
export const recordFeedback: Recorder = async ({ parts, unit, subject, actor, answers, at }) => {
  if (answers.feedbackKind !== 'interim') return answers
  const said = (name: string) => (typeof answers[name] === 'string' ? answers[name] : '')
  try {
    await giveAnotherDay(parts, unit, {
      row: subject.row,
      actor,
      at,
      reply: {
        interimReason: said('interimReason'),
        feedbackText: said('feedbackText'),
        feedbackChannel: said('feedbackChannel'),
        newDateOn: said('newDateOn'),
      },
    })
  } catch (error) {
    if (!(error instanceof CannotExtendProblem)) throw error
    throw new InvalidAnswersProblem({ feedbackKind: error.message })
  }
  return answers
}
