import type { Recorder } from '../recorders.js'

/** 原因分析, 改派部门: the departments of the case, the lead first; the next round of confirmation asks these. */
export const recordAnalysis: Recorder = ({ subject, answers }) => {
  const { departments, ...facts } = answers
  if (Array.isArray(departments)) subject.assignDepartments(departments.map(Number))
  return facts
}
