import { type Choice, isOneOf, labelOf } from './choice.js'

/** The roles an account can have; a citizen has none. A diagram names them as candidate groups. */
export const ROLES = [
  { value: 'clerk', label: '窗口专员' },
  { value: 'officer', label: '政管办经办人' },
  { value: 'liaison', label: '部门联络员' },
  { value: 'supervisor', label: '负责人（督办）' },
  { value: 'leader', label: '领导小组成员' },
  { value: 'admin', label: '管理员' },
] as const satisfies readonly Choice[]

export type Role = (typeof ROLES)[number]['value']

export function isRole(value: unknown): value is Role {
  return isOneOf(ROLES, value)
}

/** 窗口专员, 政管办经办人, … */
export function roleLabel(role: Role): string {
  return labelOf(ROLES, role)
}
