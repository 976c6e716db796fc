import { addDays, localDateOf, workingDayOnOrAfter } from '../calendar/index.js'
import type { FormField } from '../engine/index.js'
import type { Parts } from '../runtime/index.js'
import type { StoredUserTask } from '../store/index.js'
import type { Cast } from './cast.js'
import { fieldAnswer, type Surroundings } from './field-answer.js'
import type { Manners } from './manners.js'
import { fillIn, type Sheet } from './replies.js'
import type { ScriptedCase } from './scripted-case.js'

/** A case as it is meant to go, and how its people behave. */
export interface Script {
  readonly script: ScriptedCase
  readonly manners: Manners
}

/** How a task’s form is filled in, and what the answers may lean on where nothing is known. */
export interface Filling {
  readonly fill: (fields: readonly FormField[]) => Sheet
  readonly surroundings: Surroundings
}

/**
 * How people would fill in the form of a task.
 * @param plan the case’s script; null for a task of the quarter’s report, which says what was drafted
 * @param round how often this form has come, 1 the first time
 */
export async function fillingOf(
  parts: Pick<Parts, 'store' | 'clock' | 'calendars'>,
  cast: Cast,
  { task, plan, round }: { task: StoredUserTask; plan: Script | null; round: number },
): Promise<Filling> {
  const surroundings = await surroundingsOf(parts, cast, task, round)
  const fill = plan
    ? await byScript(parts, cast, { plan, task, surroundings })
    : await asDrafted(parts, task, surroundings)
  return { fill, surroundings }
}

async function surroundingsOf(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  cast: Cast,
  task: StoredUserTask,
  round: number,
): Promise<Surroundings> {
  const row = task.caseId === null ? null : await store.read.cases.byId(task.caseId)
  const [any = 0] = cast.departmentIds.values()
  return {
    round,
    today: localDateOf(clock.now()),
    departments: [row?.departmentId ?? any],
    cause: row?.cause ?? 'B1',
  }
}

/** Of a report: what was drafted. */
async function asDrafted(
  { store }: Pick<Parts, 'store'>,
  { reportId }: StoredUserTask,
  surroundings: Surroundings,
): Promise<Filling['fill']> {
  const report = reportId === null ? null : await store.read.reports.byId(reportId)
  const drafted = (report?.text ?? {}) as Readonly<Record<string, unknown>>
  return fields =>
    Object.fromEntries(
      fields.map(field => {
        const words = drafted[field.id]
        return [field.id, typeof words === 'string' ? words : fieldAnswer(field, surroundings)]
      }),
    )
}

/** Of a case: what its script knows. */
async function byScript(
  { store, calendars }: Pick<Parts, 'store' | 'calendars'>,
  cast: Cast,
  {
    plan: { script, manners },
    task,
    surroundings: {
      round,
      today,
      departments: [lead = 0],
    },
  }: { plan: Script; task: StoredUserTask; surroundings: Surroundings },
): Promise<Filling['fill']> {
  const named = script.departments.flatMap(name => {
    const id = cast.departmentIds.get(name)
    return id === undefined ? [] : [{ id, name }]
  })
  const nameOf = (id: number | null) => [...cast.departmentIds].find(([, each]) => each === id)?.[0] ?? null
  const departments = named.length > 0 ? named : [{ id: lead, name: nameOf(lead) ?? '' }]
  const situation = { script, manners, round, today, departments, asked: nameOf(task.departmentId) }
  const inAMonth = workingDayOnOrAfter(await calendars.current(store.read), addDays(today, 30))
  return fields => fillIn(fields, { ...situation, inAMonth })
}
