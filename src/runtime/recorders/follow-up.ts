import {
  localDateOf,
  previousWorkingDay,
  workingDayOnOrAfter,
  type WorkCalendar,
} from '../../calendar/index.js'
import type { Answers } from '../../casework/answers.js'
import { InvalidAnswersProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { Unit } from '../../store/index.js'
import { caseEntry } from '../case-entry.js'
import type { CaseSubject } from '../case-subject.js'
import { notify } from '../notices.js'
import type { Completed, Recorder } from '../recorder.js'

/**
 * 后续办理 (R19): what became of the matter, or when and where it is to be done. An appointment is told to the window;
 * the diagram’s limit counts two working days up to it, so that its warning comes on the working day before.
 */
export const recordFollowUp: Recorder = async ({ parts, unit, subject, actor, answers, at }) => {
  if (typeof answers.outcome === 'string' && answers.outcome !== '') return answers
  const on = appointmentOf(answers)
  const calendar = await parts.calendars.current(unit)
  refuseUnworked(calendar, on, localDateOf(at))
  const countedFrom = previousWorkingDay(calendar, previousWorkingDay(calendar, on))
  await tell(unit, subject, { actor, answers, at }, on)
  return { ...answers, appointmentCountedFrom: countedFrom }
}

/** The day agreed on; a follow-up says either the outcome or an appointment. */
function appointmentOf({ appointmentOn, appointmentWindow }: Answers): string {
  const wrong = {
    ...(appointmentOn ? {} : { appointmentOn: text('runtime.followUp.day') }),
    ...(appointmentWindow ? {} : { appointmentWindow: text('runtime.followUp.window') }),
  }
  if (typeof appointmentOn === 'string' && Object.keys(wrong).length === 0) return appointmentOn
  throw new InvalidAnswersProblem({ ...wrong, outcome: text('runtime.followUp.either') })
}

function refuseUnworked(calendar: WorkCalendar, on: string, today: string): void {
  if (on < today) throw new InvalidAnswersProblem({ appointmentOn: text('runtime.followUp.past') })
  if (workingDayOnOrAfter(calendar, on) !== on)
    throw new InvalidAnswersProblem({ appointmentOn: text('runtime.followUp.restDay') })
}

async function tell(
  unit: Unit,
  { row }: CaseSubject,
  { actor, answers, at }: Pick<Completed, 'actor' | 'answers' | 'at'>,
  on: string,
): Promise<void> {
  const { appointmentWindow: window, appointmentAt: time, appointmentContact: contact } = answers
  const mover = { at, by: actor.accountId, byName: actor.name }
  await unit.history.append([caseEntry(row, mover, 'case.appointed', { on, time, window, contact })])
  await notify(unit, [
    {
      ...{ kind: 'appointment', to: { role: 'clerk', placeId: row.placeId }, at, fromId: actor.accountId },
      ...{
        caseId: row.id,
        words: {
          day: on,
          time: typeof time === 'string' ? time : '',
          window: typeof window === 'string' ? window : '',
        },
      },
    },
  ])
}
