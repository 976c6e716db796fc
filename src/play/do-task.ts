import type { Actor } from '../casework/actor.js'
import { InvalidAnswersProblem, Problem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import { completeTask, taskForm, type Parts } from '../runtime/index.js'
import type { StoredUserTask } from '../store/index.js'
import type { FormField } from '../engine/index.js'
import { fieldAnswer, type Surroundings } from './field-answer.js'
import type { Sheet } from './replies.js'

/** Who did a task with what on the sheet, or why nobody could. */
export type Done =
  { readonly by: Actor; readonly sheet: Sheet } | { readonly trouble: string } | { readonly gone: true }

/** How often a sheet is corrected by what the form says before the task is given up. */
const corrections = 3

/**
 * Does a task as its people would: the first of the candidates who may, with what `fill` puts on the sheet; what the
 * form refuses is filled in again by the field’s own definition.
 */
export async function doTask(
  parts: Parts,
  task: StoredUserTask,
  {
    candidates,
    fill,
    surroundings,
  }: {
    readonly candidates: readonly Actor[]
    readonly fill: (fields: readonly FormField[]) => Sheet
    readonly surroundings: Surroundings
  },
): Promise<Done> {
  const { fields } = (await taskForm(parts, null, task.id)).form
  let sheet = fill(fields)
  let corrected = 0
  const able = [...candidates]
  while (able[0] !== undefined) {
    try {
      await completeTask(parts, able[0], { taskId: task.id, revision: task.revision, body: sheet })
      return { by: able[0], sheet }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (gone.has(error.code)) return { gone: true }
      if (notThisPerson.has(error.code)) able.shift()
      else if (error instanceof InvalidAnswersProblem && corrected++ < corrections)
        sheet = {
          ...sheet,
          ...again(fields, error, { ...surroundings, round: surroundings.round + corrected - 1 }),
        }
      else return { trouble: trouble(task, error) }
    }
  }
  const { name, candidateGroup } = task
  return { trouble: text('demo.trouble.nobody', { task: name, group: candidateGroup ?? '' }) }
}

const gone = new Set(['taskAlreadyClosed', 'stalePage'])
const notThisPerson = new Set([
  'notFound',
  'differentPersonRequired',
  'complainedAbout',
  'taskClaimedByOther',
])

function again(
  fields: readonly FormField[],
  { fields: refused }: InvalidAnswersProblem,
  where: Surroundings,
): Sheet {
  const wrong = fields.filter(field => Object.hasOwn(refused, field.id))
  return Object.fromEntries(wrong.map(field => [field.id, fieldAnswer(field, where)]))
}

function trouble(task: StoredUserTask, error: Problem): string {
  const sentences =
    error instanceof InvalidAnswersProblem ? Object.values(error.fields).join(' ') : error.message
  return text('demo.trouble.problem', { task: task.name, message: sentences })
}
