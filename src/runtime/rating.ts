import type { Answers } from '../casework/answers.js'
import type { Instant } from '../clock.js'
import type { FormField } from '../engine/index.js'
import { endingLabel } from '../casework/ending.js'
import { CaseClosedProblem, InvalidAnswersProblem } from '../casework/problem.js'
import { satisfactionLabel, type Satisfaction } from '../casework/satisfaction.js'
import { text } from '../catalogue/index.js'
import type { StoredCase, StoredInstance, StoredUserTask, Unit } from '../store/index.js'
import { caseEntry } from './case-entry.js'
import { loadCase, type CaseSubject } from './case-subject.js'
import { byNumber } from './cases.js'
import { command } from './command.js'
import type { Parts } from './parts.js'
import { step } from './process-runner.js'
import { readAnswers } from './tasks.js'

/** 群众自评: a grade, why, and whether another officer should look at it again. */
export interface Rating {
  readonly grade: Satisfaction
  /** asked of the two lower grades */
  readonly words: string
  /** 申请复核 */
  readonly review: boolean
}

/** What came of a rating: it ended the return visit; it is on record and the office will ring; it came after the end. */
export type Rated = 'completed' | 'noted' | 'afterwards'

/** The question in the data dictionary that makes a task of any diagram the one where people are asked how it was. */
const asks = 'satisfaction'

/**
 * The citizen's own rating. Where the diagram waits for the return visit it is its answer: who is satisfied, or asks
 * for a review, need not be rung up to say so again, and the diagram goes where it goes for that answer. Who is not
 * satisfied and asks for nothing is noted for the officer, who rings them up and finds out why. Before the diagram gets
 * there a rating is noted as well, and proposed to the officer; a case that ended without one takes it afterwards.
 *
 * @throws CaseClosedProblem when it ended with a rating, or a review is asked for that nobody can do any more;
 *   InvalidAnswersProblem when a low grade has no reason
 */
export function rateCase(
  parts: Parts,
  { number, rating }: { number: string; rating: Rating },
): Promise<Rated> {
  return command(parts, async (unit, now, stake) => {
    const row = await byNumber(unit, number)
    const subject = await loadCase(unit, row.id, now)
    const mover = { at: now, by: null, byName: text('runtime.citizen') }
    const answers = answersOf(rating)
    if (row.closedAt !== null) {
      const wasHelped = row.repliedAt !== null || row.feedbackAt !== null
      if (row.satisfaction !== null || rating.review || !wasHelped)
        throw new CaseClosedProblem(number, endingLabel(row.endEvent), text('runtime.rating'))
      await note(unit, subject, { answers, mover })
      await subject.save(unit, null)
      return 'afterwards'
    }
    const visit = await returnVisit(parts, unit, row)
    const read = visit && answersTo(visit.fields, answers, subject, now)
    if (!visit || !read || (rating.grade <= 2 && !rating.review)) {
      await note(unit, subject, { answers, mover })
      await subject.save(unit, null)
      return 'noted'
    }
    const { instance, task } = visit
    stake({ kind: 'turn', instanceId: instance.id, caseId: row.id, number })
    for (const [name, value] of Object.entries({ ...read, ratedAt: now })) subject.note(name, value)
    await unit.history.append([
      {
        ...caseEntry(row, mover, 'task.completed', { taskId: task.id, answers: read }),
        instanceId: instance.id,
        activityId: task.activityId,
        activityName: task.name,
      },
    ])
    await step(parts, unit, {
      instance,
      subject,
      stimulus: { kind: 'complete', slot: task.slot },
      mover: { ...mover, completes: task.id },
    })
    return 'completed'
  })
}

/** The open task that asks how satisfied the citizen is; null while the diagram is not there. */
export async function returnVisit(
  parts: Pick<Parts, 'definitions'>,
  unit: Pick<Parts['store']['read'], 'instances' | 'userTasks'>,
  row: Pick<StoredCase, 'id'>,
): Promise<{ instance: StoredInstance; task: StoredUserTask; fields: readonly FormField[] } | null> {
  const [instance] = await unit.instances.running('case', [row.id])
  if (!instance) return null
  const definition = await parts.definitions.byId(instance.definitionId)
  for (const task of await unit.userTasks.openOf(instance.id)) {
    const fields = definition.nodes.get(task.activityId)?.userTask?.form.fields ?? []
    if (fields.some(({ id }) => id === asks)) return { instance, task, fields }
  }
  return null
}

/** As the form of the task reads them; null when it asks for more than a citizen can say. */
function answersTo(
  fields: readonly FormField[],
  answers: Readonly<Record<string, string>>,
  subject: CaseSubject,
  now: Instant,
): Answers | null {
  try {
    return readAnswers(fields, answers, subject, new Set(), now)
  } catch (error) {
    if (!(error instanceof InvalidAnswersProblem)) throw error
    return null
  }
}

function answersOf({ grade, words, review }: Rating): Readonly<Record<string, string>> {
  return {
    satisfaction: String(grade),
    ...(grade <= 2 && { dissatisfaction: words }),
    ...(review && { reviewRequested: 'true' }),
  }
}

/** Puts it on record for whoever makes the return visit. */
async function note(
  unit: Unit,
  subject: CaseSubject,
  { answers, mover }: { answers: Readonly<Record<string, string>>; mover: Parameters<typeof caseEntry>[1] },
): Promise<void> {
  const { satisfaction, dissatisfaction = null, reviewRequested } = answers
  if (dissatisfaction === '') throw new InvalidAnswersProblem({ dissatisfaction: text('runtime.rating.why') })
  subject.note('satisfaction', satisfaction)
  subject.note('dissatisfaction', dissatisfaction)
  subject.note('reviewRequested', reviewRequested === 'true')
  subject.note('ratedAt', mover.at)
  const said = [satisfactionLabel(Number(satisfaction) as Satisfaction), dissatisfaction]
  const asked = reviewRequested === 'true' ? text('runtime.rating.review') : null
  const words = [...said, asked].filter(one => one !== null).join('；')
  await unit.history.append([caseEntry(subject.row, mover, 'case.rated', { words })])
}
