import { addDays, localDateOf, workingDayOnOrAfter } from '../../calendar/index.js'
import type { Parts } from '../../runtime/index.js'
import type { FormField } from '../../engine/index.js'
import type { StoredUserTask } from '../../store/index.js'
import { candidatesFor, type Cast } from './cast.js'
import { doTask } from './do-task.js'
import { fieldAnswer, type Surroundings } from './field-answer.js'
import type { Matter } from './matter.js'
import type { Happening, Plan } from './plan.js'
import { fillIn, type Sheet } from './replies.js'

/** Where cases are played. */
export interface Stage {
  readonly parts: Parts
  readonly cast: Cast
  readonly told: (happening: Happening) => void
}

/** Does a task of a matter, unless it is gone by now: time or somebody else was faster. */
export async function workOn(stage: Stage, matter: Matter, taskId: number, round: number): Promise<void> {
  const { parts, cast, told } = stage
  const task = await parts.store.read.userTasks.byId(taskId)
  if (task?.closedAt !== null) return
  const surroundings = await surroundingsOf(stage, task, round)
  const done = await doTask(parts, task, {
    candidates: candidatesFor(cast, task, matter.plan?.script.no ?? 0),
    fill: await filler(stage, matter.plan, task, surroundings),
    surroundings,
  })
  if ('trouble' in done) matter.troubles.push(done.trouble)
  if ('by' in done)
    told({
      kind: 'completed',
      at: parts.clock.now(),
      number: matter.name,
      task: task.name,
      name: done.by.name,
    })
}

async function surroundingsOf(
  { parts, cast }: Stage,
  task: StoredUserTask,
  round: number,
): Promise<Surroundings> {
  const row = task.caseId === null ? null : await parts.store.read.cases.byId(task.caseId)
  const [any = 0] = cast.departmentIds.values()
  return {
    round,
    today: localDateOf(parts.clock.now()),
    departments: [row?.departmentId ?? any],
    cause: row?.cause ?? 'B1',
  }
}

/** How the form is filled in: of a case by its script, of a report with what was drafted. */
async function filler(
  { parts, cast }: Stage,
  plan: Plan | null,
  task: StoredUserTask,
  { round, today, departments: [lead = 0], ...rest }: Surroundings,
): Promise<(fields: readonly FormField[]) => Sheet> {
  if (plan === null) {
    const report = task.reportId === null ? null : await parts.store.read.reports.byId(task.reportId)
    const drafted = (report?.text ?? {}) as Readonly<Record<string, unknown>>
    return fields =>
      Object.fromEntries(
        fields.map(field => {
          const words = drafted[field.id]
          const answer = fieldAnswer(field, { round, today, departments: [lead], ...rest })
          return [field.id, typeof words === 'string' ? words : answer]
        }),
      )
  }
  const named = plan.script.departments.flatMap(name => {
    const id = cast.departmentIds.get(name)
    return id === undefined ? [] : [{ id, name }]
  })
  const nameOf = (id: number | null) => [...cast.departmentIds].find(([, each]) => each === id)?.[0] ?? null
  const departments = named.length > 0 ? named : [{ id: lead, name: nameOf(lead) ?? '' }]
  const { script, manners } = plan
  const calendar = await parts.calendars.current(parts.store.read)
  const situation = { script, manners, round, today, departments, asked: nameOf(task.departmentId) }
  const inAMonth = workingDayOnOrAfter(calendar, addDays(today, 30))
  return fields => fillIn(fields, { ...situation, inAMonth })
}
