import { addDays, localDateOf } from '../../calendar/index.js'
import type { LocalDate } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { NotAllowedProblem } from '../../casework/problem.js'
import { problemPatterns, type ProblemPattern } from '../../casework/problem-patterns.js'
import { roleLabel } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type { Parts } from '../parts.js'
import { officeSetting } from '../office-settings.js'
import { caseScope } from './reach.js'

/** What keeps coming, of the cases that this person may see. */
export interface Patterns {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly patterns: readonly ProblemPattern[]
  /** cases in the period, whether they came once or more often */
  readonly cases: number
  /** for how many months a rectification is watched */
  readonly months: number
}

/** 反复出现的问题: in a year up to today, unless another period is asked for. */
export async function patterns(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
  asked: { readonly from: LocalDate | null; readonly to: LocalDate | null; readonly leadId: number | null },
): Promise<Patterns> {
  const scope = caseScope(actor)
  if (scope === null) throw new NotAllowedProblem(roleLabel(actor.role), text('runtime.ledger'))
  const to = asked.to ?? localDateOf(clock.now())
  const from = asked.from ?? aYearBefore(to)
  const counts = await store.views.patternCounts({ from, to, leadId: asked.leadId ?? undefined, scope })
  return {
    ...{ from, to },
    patterns: problemPatterns(counts, await store.views.patternsRectified()),
    cases: counts.reduce((sum, { cases }) => sum + cases, 0),
    months: await officeSetting(store.read, 'recurrenceMonths'),
  }
}

/** Twelve whole months, this one among them: each bar of the trend is one. */
function aYearBefore(day: LocalDate): LocalDate {
  return `${addDays(`${day.slice(0, 7)}-01`, -334).slice(0, 7)}-01`
}
