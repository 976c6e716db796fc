import { type Choice, isOneOf, labelOf } from './choice.js'

/**
 * The roles an account can have; a citizen has none. One account has one role: the three duties of administration (等保三级
 * “三员分立”) are therefore never in one hand.
 */
export const ROLES = [
  { value: 'clerk', label: '窗口专员' },
  { value: 'officer', label: '政管办经办人' },
  { value: 'liaison', label: '部门联络员' },
  { value: 'supervisor', label: '负责人（督办）' },
  { value: 'leader', label: '领导小组成员' },
  { value: 'admin', label: '系统管理员' },
  { value: 'security', label: '安全管理员' },
  { value: 'auditor', label: '审计管理员' },
] as const satisfies readonly Choice[]

export type Role = (typeof ROLES)[number]['value']

/** Who keeps watch over accounts and over what was done has no part in any case. */
const OUTSIDE_CASES: readonly Role[] = ['security', 'auditor']

/** The roles that a diagram may give work to: its candidate groups. */
export const WORKING_ROLES = ROLES.filter(({ value }) => worksOnCases(value))

/** Whether this role may be given work of a case. */
export function worksOnCases(role: Role): boolean {
  return !OUTSIDE_CASES.includes(role)
}

export function isRole(value: unknown): value is Role {
  return isOneOf(ROLES, value)
}

/** 窗口专员, 政管办经办人, … */
export function roleLabel(role: Role): string {
  return labelOf(ROLES, role)
}
