import { mayOpenAttachments } from '../../casework/permission.js'
import type { Actor } from '../../casework/actor.js'
import type { TaskPage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { attachmentsModel, type AttachmentsModel } from './attachments.js'
import { cardOf } from './case-deadlines.js'
import { intakeRows } from './case-glance.js'
import { caseHistory } from './case-history.js'
import type { DeadlineCardModel } from './deadline-card.js'
import type { GlanceRow } from './parts.js'
import type { TimelineEntry } from './timeline.js'

/** The case at a glance, beside the form of its task. */
export interface TaskCase {
  readonly number: string
  readonly href: string
  readonly description: string
  readonly glance: readonly GlanceRow[]
  readonly deadlines: readonly DeadlineCardModel[]
  readonly earlier: readonly TimelineEntry[]
  readonly attachments: AttachmentsModel
}

export function taskCase({ task, case: caseOf }: TaskPage, actor: Actor): TaskCase | null {
  if (caseOf === null) return null
  const { detail, attachments } = caseOf
  const { number, description } = detail
  return {
    number,
    href: pathTo(paths.case, { number }),
    description,
    glance: intakeRows(caseOf, actor),
    deadlines: deadlinesOf(caseOf, task.nextDeadlineId),
    earlier: earlier(caseOf),
    attachments: attachmentsModel(attachments, {
      number,
      mayAdd: mayOpenAttachments(actor, detail),
      taskId: task.id,
      back: pathTo(paths.task, { id: task.id }),
    }),
  }
}

/** The limit of this very task first, then what was promised to the citizen. */
function deadlinesOf(
  caseOf: NonNullable<TaskPage['case']>,
  own: number | null,
): readonly DeadlineCardModel[] {
  const open = caseOf.deadlines.filter(
    one => one.closedAt === null && (one.id === own || one.promise !== null),
  )
  const ownFirst = open.toSorted((one, other) => Number(other.id === own) - Number(one.id === own))
  return ownFirst.flatMap(one => cardOf(one, caseOf.now, caseOf.detail.number) ?? [])
}

/** So many of the last steps stand beside the form; the page of the case has all. */
const lastSteps = 8

/** What the steps before have said: completed forms and the cards, the newest first. */
function earlier(page: NonNullable<TaskPage['case']>): readonly TimelineEntry[] {
  return caseHistory(page)
    .filter(
      ({ kind, facts, note }) => kind !== 'now' && (facts.length > 0 || kind === 'red' || note !== null),
    )
    .toReversed()
    .slice(0, lastSteps)
}
