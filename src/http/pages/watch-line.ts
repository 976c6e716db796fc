import { formatInstant, localDateOf } from '../../calendar/index.js'
import { quarterLabel } from '../../casework/quarter.js'
import { isRole, roleLabel } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { Board, StillLine, WatchLine } from '../../runtime/index.js'
import { writeTarget, type WatchTarget } from '../forms/watch-press.js'
import { paths, pathTo } from '../paths.js'
import { state, type StateModel } from './state.js'

/** A line of the board: the model of the partial `watch-line`. */
export interface WatchLineModel {
  /** its own on the page; the same from one moment to the next, so that the line keeps its focus and its tick */
  readonly id: string
  readonly href: string
  readonly number: string
  readonly item: string
  readonly what: string
  readonly who: string
  readonly state: StateModel
  readonly provisional: StateModel | null
  readonly due: string
  /** how often it was pressed for, and given to another */
  readonly marks: readonly string[]
  /** what the tick box and the buttons name; null where there is no case to press for */
  readonly target: string | null
  readonly ticked: boolean
  /** of the one task behind it, when there is one: people of that role can be given it */
  readonly role: string | null
  /** where it is given to another; null where nobody could be */
  readonly reassign: string | null
}

type Unassigned = Board['unassigned']['rows'][number]
type Holder = Pick<
  WatchLine['holders'][number],
  'name' | 'candidateGroup' | 'departmentName' | 'assigneeName'
>

/** A deadline. `list`: which list it stands in, for its id; `shown`: how it stands. */
export function deadlineLine(
  { list, shown, now, ticked }: { list: string; shown: StateModel; now: Instant; ticked: readonly string[] },
  line: WatchLine,
): WatchLineModel {
  const { id, caseNumber, dueAt, name, urged, reassigned, holders, quarter, departmentName, provisional } =
    line
  const when = shortInstant(dueAt, now)
  return {
    id: `${list}-${id}`,
    ...whither(caseNumber, line.itemName, quarter),
    what: name,
    who: whoWords(holders, departmentName),
    state: shown,
    provisional: provisional ? state('provisional') : null,
    due: text(shown.kind === 'red' ? 'watch.passed' : 'shell.deadline.due', { when }),
    marks: [
      ...(urged > 0 ? [text('watch.urged', { count: urged })] : []),
      ...(reassigned > 0 ? [text('watch.reassigned', { count: reassigned })] : []),
    ],
    ...pressing(caseNumber, { deadlineId: id, task: onlyTask(holders) }, ticked),
    role: roleOf(holders),
  }
}

/** A task that nobody has taken. */
export function unassignedLine(task: Unassigned, now: Instant, ticked: readonly string[]): WatchLineModel {
  const { id, revision, caseNumber, itemName, quarter, nextDeadlineId, nextDueAt } = task
  const limited = nextDeadlineId !== null
  const red = limited && nextDueAt < now
  const plain = state('closed', text('shell.work.unclaimed'))
  return {
    id: `unassigned-${id}`,
    ...whither(caseNumber, itemName, quarter),
    what: task.name,
    who: `${whose(task)} · ${text('watch.since', { when: shortInstant(task.openedAt, now) })}`,
    state: red ? state('red') : plain,
    provisional: null,
    due: limited
      ? text(red ? 'watch.passed' : 'shell.deadline.due', { when: shortInstant(nextDueAt, now) })
      : text('watch.due.none'),
    marks: [],
    ...pressing(caseNumber, { deadlineId: nextDeadlineId, task: { id, revision } }, ticked),
    role: task.candidateGroup,
  }
}

/** A case that nothing is done about. */
export function stillLine(line: StillLine, now: Instant, ticked: readonly string[]): WatchLineModel {
  const { caseNumber, itemName, holders, departmentName, movedAt, stillWorkingDays } = line
  return {
    id: `still-${line.caseId}`,
    ...whither(caseNumber, itemName, null),
    what: text('watch.still.since', { when: shortInstant(movedAt, now) }),
    who: whoWords(holders, departmentName),
    state: state('closed', text('watch.still.days', { days: stillWorkingDays })),
    provisional: null,
    due: '',
    marks: [],
    ...pressing(caseNumber, { deadlineId: null, task: onlyTask(holders) }, ticked),
    role: roleOf(holders),
  }
}

/** Without its year when that is this year: it goes without saying. */
function shortInstant(at: Instant, now: Instant): string {
  const sameYear = localDateOf(at).slice(0, 4) === localDateOf(now).slice(0, 4)
  return sameYear ? formatInstant(at).replace(/^\d+年/, '') : formatInstant(at)
}

function whither(caseNumber: string | null, itemName: string | null, quarter: string | null) {
  return {
    href: caseNumber === null ? paths.reports : pathTo(paths.case, { number: caseNumber }),
    number: caseNumber ?? quarter ?? '',
    item: itemName ?? text('tasks.report', { quarter: quarterLabel(quarter ?? '') }),
  }
}

function pressing(
  number: string | null,
  what: Omit<WatchTarget, 'number'>,
  ticked: readonly string[],
): Pick<WatchLineModel, 'target' | 'ticked' | 'reassign'> {
  if (number === null) return { target: null, ticked: false, reassign: null }
  const target = writeTarget({ number, ...what })
  return {
    target,
    ticked: ticked.includes(target),
    reassign: `${pathTo(paths.case, { number })}#reassign`,
  }
}

/** Only where one task is behind the line is it clear what would be given to another. */
function onlyTask(holders: WatchLine['holders']): WatchTarget['task'] {
  const [task, other] = holders
  return task && !other ? { id: task.id, revision: task.revision } : null
}

function roleOf(holders: readonly Holder[]): string | null {
  const [task, other] = holders
  return task && !other ? task.candidateGroup : null
}

function whoWords(holders: readonly Holder[], departmentName: string | null): string {
  const [first] = holders
  if (!first) return departmentName ?? ''
  const words = text('watch.who', {
    who: whose(first),
    task: first.name,
    assignee: first.assigneeName ?? text('shell.work.unclaimed'),
  })
  return holders.length > 1 ? text('watch.who.more', { who: words, count: holders.length }) : words
}

function whose({
  candidateGroup,
  departmentName,
}: Pick<Holder, 'candidateGroup' | 'departmentName'>): string {
  const role = isRole(candidateGroup) ? roleLabel(candidateGroup) : (candidateGroup ?? '')
  return candidateGroup === 'liaison' ? (departmentName ?? role) : role
}
