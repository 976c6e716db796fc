import { formatInstant } from '../../calendar/index.js'
import { quarterLabel } from '../../casework/quarter.js'
import { isRole, roleLabel } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type { TaskPage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import type { PageHeaderModel } from './parts.js'
import { state, type StateModel } from './state.js'

/** What the task is, what is next, by when. */
export function taskHeader({ task, refusal, case: caseOf }: TaskPage, mayWork: boolean): PageHeaderModel {
  const { candidateGroup, departmentName, departmentId } = task
  const role = isRole(candidateGroup) ? roleLabel(candidateGroup) : (candidateGroup ?? '')
  const who =
    departmentId !== null && departmentName !== null
      ? text('task.who.department', { role, department: departmentName })
      : role
  const next =
    task.closedAt !== null
      ? 'closed'
      : refusal !== null
        ? 'notYours'
        : task.assigneeId === null
          ? 'claim'
          : 'fill'
  return {
    title: task.name,
    what:
      task.caseNumber === null
        ? text('task.what.report', { quarter: quarterLabel(task.quarter ?? ''), who })
        : text('task.what', { number: task.caseNumber, item: task.itemName ?? '', who }),
    next: text(`task.next.${next}`),
    by: byOf(task, caseOf?.now ?? null),
    state: mayWork ? stateOf(task, caseOf?.now ?? null) : null,
    crumbs: [
      { href: paths.tasks, label: text('task.crumb') },
      ...(task.caseNumber === null
        ? task.quarter === null
          ? []
          : [{ href: pathTo(paths.reportOf, { quarter: task.quarter }), label: quarterLabel(task.quarter) }]
        : [{ href: pathTo(paths.case, { number: task.caseNumber }), label: task.caseNumber }]),
    ],
  }
}

function byOf({ closedAt, dueAt, deadlineName }: TaskPage['task'], now: string | null): string | null {
  if (closedAt !== null || dueAt === null) return null
  const passed = now !== null && dueAt < now
  return text(passed ? 'task.by.passed' : 'task.by', {
    when: formatInstant(dueAt),
    limit: deadlineName ?? '',
  })
}

function stateOf({ dueAt, warnAt }: TaskPage['task'], now: string | null): StateModel | null {
  if (dueAt === null || now === null) return null
  if (dueAt < now) return state('red')
  return warnAt !== null && warnAt <= now ? state('yellow') : state('ok')
}
