// What people fill in, as short as the forms allow; each story names only what matters to it.

export const handOver = { citizenConfirmed: '已在纸质情况说明表上签字' }
export const accept = { scope: 'accept' }

export function analysis(departments: readonly number[], cause = 'B2', causeSecondary = '') {
  return {
    departments: departments.map(String),
    cause,
    causeSecondary,
    causeText: '窗口另要房东声明，实施清单没有。',
  }
}

export const confirmed = { confirmation: 'confirmed' }
export const disputed = { confirmation: 'disputed', confirmationReason: '系群众填报错误。' }

export const departmentAtFault = { verdict: 'department', verdictReason: '指南外要求', hiddenBarrier: 'true' }
export const citizensPart = {
  verdict: 'citizen',
  verdictReason: '缺出生医学证明原件',
  guideNamesIt: 'true',
  missingMaterials: '出生医学证明原件',
}
export const bothAtFault = { ...citizensPart, verdict: 'mixed', hiddenBarrier: 'false' }

export const answered = { callResult: 'answered', callSaid: '已解释需补正的材料。', understood: 'true' }
export const noAnswer = { callResult: 'noAnswer' }

export const rectified = {
  rectificationElement: '办事指南',
  before: '另交房东声明',
  after: '删除该要求',
  basis: '自治区实施清单',
  effectiveOn: '2026-04-20',
  publishedAt: '政务服务网',
  evidence: '截图',
  prevention: '窗口每月自查指南外要求。',
}
export const passedCheck = { rectificationAccepted: 'true', verifyNote: '已核对' }
export const returned = { rectificationAccepted: 'false', verifyNote: '指南尚未公布' }
export const feedback = { feedbackKind: 'final', feedbackChannel: '电话', feedbackText: '该要求已取消。' }
export const done = { outcome: 'done' }
export const satisfied = { satisfaction: '5' }
export const supervised = { superviseMeasure: '电话催办', superviseNote: '请今日办结' }
export const instructed = { leaderMeasure: '责成限期办结', leaderInstruction: '请政管办今日电话答复群众。' }
