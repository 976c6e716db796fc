import { text } from '../../../catalogue/index.js'
import type { TrialTask } from '../../../trial/index.js'
import { paths, pathTo } from '../../paths.js'
import type { TaskBrief } from '../task-brief.js'
import { taskModel, type ReturnedForm } from '../task.js'
import type { TaskFormModel } from '../task-form.js'

/** A task with its form, exactly as the person sees it who does it. */
export interface TrialTaskModel {
  readonly id: number
  readonly name: string
  readonly action: string
  readonly by: number
  readonly seenBy: string
  /** whoever else could do it; empty when nobody or only one can */
  readonly people: readonly { readonly id: number; readonly name: string; readonly chosen: boolean }[]
  readonly peopleAction: string
  readonly example: string
  /** why it cannot be sent, as people read it, and what an administrator may make of it */
  readonly nobody: { readonly advice: string; readonly hint: string } | null
  readonly guidance: string | null
  readonly formPartial: string
  readonly brief: TaskBrief
  readonly form: TaskFormModel
}

export function trialTaskModel(
  address: { readonly ref: string; readonly id: string },
  { page, as, candidates, nobody }: TrialTask,
  officeName: string,
  returned: ReturnedForm | null,
): TrialTaskModel {
  const { id, name } = page.task
  const { guidance, formPartial, brief, form } = taskModel(page, as, officeName, returned)
  const here = pathTo(paths.trial, address)
  return {
    id,
    name,
    action: pathTo(paths.trialTask, { ...address, task: id }),
    by: as.accountId,
    seenBy:
      nobody === 'noHolder' ? text('trial.task.seenByNobody') : text('trial.task.seenBy', { name: as.name }),
    people:
      candidates.length < 2
        ? []
        : candidates.map(one => ({
            id: one.accountId,
            name: one.name,
            chosen: one.accountId === as.accountId,
          })),
    peopleAction: here,
    example: `${here}?${new URLSearchParams({ task: String(id), as: String(as.accountId), example: '1' }).toString()}#task`,
    nobody:
      nobody === null
        ? null
        : {
            advice: nobody === 'noHolder' ? text('trial.nobody.noHolder') : (page.refusal ?? ''),
            hint: text(`trial.hint.${nobody}`),
          },
    guidance,
    formPartial,
    brief,
    form,
  }
}
