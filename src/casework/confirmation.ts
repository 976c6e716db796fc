import { type Choice } from './choice.js'

/** What a department says to the cause it was shown (方案三（二）, R13). */
export const CONFIRMATIONS = [
  { value: 'confirmed', label: '确认' },
  { value: 'disputed', label: '有异议' },
  { value: 'notOurs', label: '不属本部门' },
  { value: 'deemed', label: '视为确认' },
] as const satisfies readonly Choice[]

export type Confirmation = (typeof CONFIRMATIONS)[number]['value']

/** What one department said in one round; null while it has not said anything. */
export interface ConfirmationRow {
  readonly departmentId: number
  readonly round: number
  readonly confirmation: Confirmation | null
}

/** What the diagram's branches after 部门确认 ask. */
export interface ConfirmationFacts {
  /** In the current round somebody disputes the cause. */
  readonly anyDisputed: boolean
  /** In the current round somebody says the item is not theirs. */
  readonly anyNotOurs: boolean
  /** Rounds with an objection, this one included: from the second on the supervisor decides. */
  readonly objectionRound: number
  /** Rounds in which a department sent the case away, this one included: from the second on likewise. */
  readonly transfers: number
}

/** Looks at all rounds of all departments; the highest round is the current one. */
export function deriveConfirmation(rows: readonly ConfirmationRow[]): ConfirmationFacts {
  const rounds = new Set(rows.map(row => row.round))
  const current = Math.max(0, ...rounds)
  const said = (round: number, what: Confirmation): boolean =>
    rows.some(row => row.round === round && row.confirmation === what)
  const roundsWith = (what: Confirmation): number => [...rounds].filter(round => said(round, what)).length
  return {
    anyDisputed: said(current, 'disputed'),
    anyNotOurs: said(current, 'notOurs'),
    objectionRound: roundsWith('disputed'),
    transfers: roundsWith('notOurs'),
  }
}

/** R13: every department asked in the current round has confirmed, or its silence counts as that. */
export function isCauseConfirmed(rows: readonly ConfirmationRow[]): boolean {
  const current = Math.max(0, ...rows.map(row => row.round))
  const asked = rows.filter(row => row.round === current)
  return (
    asked.length > 0 && asked.every(row => row.confirmation === 'confirmed' || row.confirmation === 'deemed')
  )
}
