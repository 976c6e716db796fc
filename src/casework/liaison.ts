import type { LocalDate } from '../calendar/local-date.js'
import { type Choice } from './choice.js'

/** A department names one main liaison and one stand-in (方案四（一） “指定业务骨干”, R21). */
export const LIAISON_KINDS = [
  { value: 'main', label: '联络员' },
  { value: 'standIn', label: '替补' },
] as const satisfies readonly Choice[]

type LiaisonKind = (typeof LIAISON_KINDS)[number]['value']

/** One entry of the register of liaisons. */
export interface Liaison {
  readonly departmentId: number
  readonly accountId: number
  readonly kind: LiaisonKind
  readonly validFrom: LocalDate
  /** The last day it counts; null while no end is known. */
  readonly validUntil: LocalDate | null
}

/** Who speaks for a department on a day, the main liaison first. Empty: sending it there wants a warning. */
export function liaisonsOf(
  register: readonly Liaison[],
  departmentId: number,
  on: LocalDate,
): readonly Liaison[] {
  return register
    .filter(entry => entry.departmentId === departmentId && isInForce(entry, on))
    .sort((one, other) => LIAISON_ORDER.indexOf(one.kind) - LIAISON_ORDER.indexOf(other.kind))
}

function isInForce(entry: Pick<Liaison, 'validFrom' | 'validUntil'>, on: LocalDate): boolean {
  return entry.validFrom <= on && (entry.validUntil === null || on <= entry.validUntil)
}

const LIAISON_ORDER = LIAISON_KINDS.map(kind => kind.value)
