import { localDateOf } from '../../calendar/index.js'
import type { CaseDeadlineNow, CasePage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { deadlineCard, type DeadlineCardModel } from './deadline-card.js'

/** The deadlines of a case as cards: what runs and what was promised, and apart from these the house's own that ended. */
export interface CaseDeadlineCards {
  readonly current: readonly DeadlineCardModel[]
  readonly past: readonly DeadlineCardModel[]
}

export function deadlineCards({
  deadlines,
  now,
  detail,
}: Pick<CasePage, 'deadlines' | 'now' | 'detail'>): CaseDeadlineCards {
  const shown = deadlines.filter(one => one.kind !== 'none' && one.explanation !== null)
  const isPast = (one: CaseDeadlineNow) => one.closedAt !== null && one.promise === null
  const inOrder = [
    ...shown.filter(one => one.closedAt === null),
    ...shown.filter(one => one.closedAt !== null),
  ]
  const cards = (of: readonly CaseDeadlineNow[]) => of.flatMap(one => cardOf(one, now, detail.number) ?? [])
  return { current: cards(inOrder.filter(one => !isPast(one))), past: cards(inOrder.filter(isPast)) }
}

/** The card of one deadline; none for a limit that is not counted in days. */
export function cardOf(deadline: CaseDeadlineNow, now: string, number: string): DeadlineCardModel | null {
  const { id, explanation } = deadline
  if (explanation === null) return null
  return deadlineCard({
    name: deadline.name,
    kind: deadline.kind,
    paragraph: deadline.paragraph,
    explanation,
    standing: deadline.standing,
    warned: deadline.card === 'yellow',
    closedAt: deadline.closedAt,
    completed: deadline.completed,
    today: localDateOf(now),
    ledger: deadline.ledger,
    calendarVersion: deadline.calendarVersion,
    reader: 'staff',
    proofHref: pathTo(paths.deadlineProof, { number, id }),
  })
}

/** What the case must meet next: the promise to the citizen, or else the earliest limit that runs. */
export function nextDeadline({ deadlines }: Pick<CasePage, 'deadlines'>): CaseDeadlineNow | null {
  const open = deadlines.filter(one => one.closedAt === null && one.kind !== 'none')
  return open.find(one => one.promise !== null) ?? open[0] ?? null
}
