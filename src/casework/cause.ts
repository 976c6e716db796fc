/** Whose side a cause lies on: A the citizen's, B the department's, C neither's. */
export const CAUSE_GROUPS = [
  { group: 'A', label: '群众方面' },
  { group: 'B', label: '部门方面' },
  { group: 'C', label: '客观原因' },
] as const

export type CauseGroup = (typeof CAUSE_GROUPS)[number]['group']

/**
 * Why it was not done (R5). The B codes name what the notice names (方案三（三）: 实施清单不到位、审批流程不科学、
 * 政策落实不清楚) and what its “等” leaves open.
 */
export const CAUSES = [
  { code: 'A1', group: 'A', label: '材料缺失' },
  { code: 'A2', group: 'A', label: '材料不符形式' },
  { code: 'A3', group: 'A', label: '政策不允许' },
  { code: 'A4', group: 'A', label: '信息填错' },
  { code: 'A5', group: 'A', label: '逾期未补' },
  { code: 'B1', group: 'B', label: '实施清单/指南缺漏' },
  { code: 'B2', group: 'B', label: '指南外要求（隐形壁垒）' },
  { code: 'B3', group: 'B', label: '流程不科学' },
  { code: 'B4', group: 'B', label: '政策落实口径不清' },
  { code: 'B5', group: 'B', label: '部门间推诿' },
  { code: 'B6', group: 'B', label: '超时未办' },
  { code: 'B7', group: 'B', label: '态度/未一次性告知' },
  { code: 'C1', group: 'C', label: '本级系统故障' },
  { code: 'C2', group: 'C', label: '上级系统或权限' },
  { code: 'C3', group: 'C', label: '历史遗留' },
  { code: 'C4', group: 'C', label: '跨区域' },
  { code: 'C5', group: 'C', label: '第三方' },
] as const

export type CauseCode = (typeof CAUSES)[number]['code']

export function isCauseCode(value: unknown): value is CauseCode {
  return CAUSES.some(({ code }) => code === value)
}

export function causeGroupOf(code: CauseCode): CauseGroup {
  // the code begins with its group: the list above says so, and a test holds it to that
  return code.charAt(0) as CauseGroup
}

/** A1 材料缺失; a code that is no longer in the list is shown bare. */
export function causeLabel(code: string): string {
  const cause = CAUSES.find(each => each.code === code)
  return cause === undefined ? code : `${cause.code} ${cause.label}`
}

export function causeGroupLabel(group: CauseGroup): string {
  return CAUSE_GROUPS.find(each => each.group === group)?.label ?? group
}

/** The cause is the guide itself: a 精准问题件 (方案二 精准度). B2 is not: there the guide is right and the window is not. */
export function isGuideCause(code: string | null): boolean {
  return code === 'B1'
}
