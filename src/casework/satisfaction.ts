/** The five grades of the return visit (R7), best first, with the words of the national 好差评. */
export const SATISFACTION_GRADES = [
  { grade: 5, label: '非常满意' },
  { grade: 4, label: '满意' },
  { grade: 3, label: '基本满意' },
  { grade: 2, label: '不满意' },
  { grade: 1, label: '非常不满意' },
] as const

export type Satisfaction = (typeof SATISFACTION_GRADES)[number]['grade']

/** A grade from a form or a stored fact, as number or digit; null for anything else. */
export function satisfactionOf(value: unknown): Satisfaction | null {
  return SATISFACTION_GRADES.find(({ grade }) => grade === value || String(grade) === value)?.grade ?? null
}

/** 非常满意, 满意 and 基本满意 count as satisfied, as in the national 好差评. */
export function isSatisfied(grade: Satisfaction): boolean {
  return grade >= 3
}

export function satisfactionLabel(grade: Satisfaction): string {
  return SATISFACTION_GRADES.find(each => each.grade === grade)?.label ?? String(grade)
}
