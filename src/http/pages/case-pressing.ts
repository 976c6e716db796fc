import { randomUUID } from 'node:crypto'
import { formatInstant } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { text } from '../../catalogue/index.js'
import type { CasePage, OpenTask } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { nextDeadline } from './case-deadlines.js'
import { whoHas } from './case-history.js'

/** 催办 and 改派, the supervisor’s own, while the case goes on. */
export interface CasePressing {
  readonly press: {
    readonly action: string
    readonly message: string
    readonly problem: string | null
    /** the same form sent twice presses once */
    readonly submissionId: string
  } | null
  readonly reassign: readonly ReassignModel[]
}

interface ReassignModel {
  readonly action: string
  readonly name: string
  readonly who: string
  readonly revision: number
  readonly id: number
  readonly number: string
  readonly people: readonly { readonly id: number; readonly name: string; readonly chosen: boolean }[]
  readonly problem: string | null
}

/** What such a form brings along when it comes back. */
export interface ReturnedPressing {
  readonly press?: string | undefined
  readonly reassign?: { readonly taskId: number; readonly to: number; readonly problem: string } | undefined
}

export function casePressing(page: CasePage, actor: Actor, returned: ReturnedPressing): CasePressing {
  const { detail, openTasks } = page
  if (actor.role !== 'supervisor' || detail.closedAt !== null) return { press: null, reassign: [] }
  return {
    press: {
      action: pathTo(paths.caseSupervision, { number: detail.number }),
      message: pressWords(page),
      problem: returned.press ?? null,
      submissionId: randomUUID(),
    },
    reassign: openTasks
      .filter(task => task.candidates.length > 0)
      .map(task => reassignOf(page, task, returned.reassign)),
  }
}

/** Who has it, and whether it has been handed about. */
export function whoHasNow(task: OpenTask): string {
  const who = whoHas(task)
  return task.reassigned === 0 ? who : text('case.reassigned.who', { who, count: task.reassigned })
}

function pressWords(page: CasePage): string {
  const due = nextDeadline(page)
  if (due === null) return text('case.press.words', { task: page.openTasks[0]?.name ?? '' })
  const when = formatInstant(due.dueAt)
  return text(due.standing.overdue ? 'watch.press.passed' : 'watch.press.due', { name: due.name, when })
}

function reassignOf(
  { detail }: CasePage,
  task: OpenTask,
  returned: ReturnedPressing['reassign'],
): ReassignModel {
  const { id, name, revision, candidates } = task
  const came = returned?.taskId === id ? returned : null
  return {
    action: pathTo(paths.transferTask, { id }),
    id,
    name,
    who: whoHasNow(task),
    revision,
    number: detail.number,
    people: candidates.map(one => ({ ...one, chosen: one.id === came?.to })),
    problem: came?.problem ?? null,
  }
}
