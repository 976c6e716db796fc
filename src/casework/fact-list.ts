import { APPLIED_CHANNELS, CHANNELS } from './channel.js'
import type { Choice } from './choice.js'
import { CONFIRMATIONS } from './confirmation.js'
import { FAILED_STAGES } from './failed-stage.js'
import { GUIDE_MATCH, GUIDE_READ } from './guide.js'
import { OUTCOMES } from './outcome.js'
import { CALL_RESULTS } from './phone-call.js'
import { RECURRENCES } from './recurrence.js'
import { SATISFACTION_GRADES } from './satisfaction.js'
import { VERDICTS } from './verdict.js'

/** What kind of value a fact has; `instant` and `day` are texts that sort as time. */
type FactType =
  'text' | 'boolean' | 'number' | 'instant' | 'day' | 'choice' | 'cause' | 'department' | 'departments'

/** One entry of the data dictionary: what a diagram's conditions and forms may name. */
export interface Fact {
  readonly key: string
  readonly label: string
  readonly type: FactType
  readonly choices?: readonly Choice[]
  /** Where the value comes from: a form's answer or an output, the case's own columns, or other rows at each turn. */
  readonly from: 'answer' | 'case' | 'derived'
}

/** The data dictionary, in the order of the process. Labels are what the office calls it. */
export const FACTS: readonly Fact[] = [
  fromCase('channel', '反映渠道', 'choice', CHANNELS),
  fromCase('appliedChannel', '原办理渠道', 'choice', APPLIED_CHANNELS),
  fromCase('failedStage', '未办成情形', 'choice', FAILED_STAGES),
  fromCase('visits', '跑动次数', 'number'),
  fromCase('guideRead', '是否看过办事指南', 'choice', GUIDE_READ),
  fromCase('guideMatch', '窗口要求与指南是否一致', 'choice', GUIDE_MATCH),
  fromCase('aboutOffice', '反映政务服务机构或其人员', 'boolean'),
  fromCase('departments', '涉及部门（主办在前）', 'departments'),
  fromCase('registeredAt', '登记时间', 'instant'),
  answer('handedOverAt', '报送政管办时间', 'instant'),
  answer('citizenConfirmed', '群众确认方式', 'text'),
  answer('handOverNote', '报送说明', 'text'),
  answer('causeConfirmedAt', '原因确认时间', 'instant'),

  answer('scope', '受理审查意见', 'choice', [
    { value: 'accept', label: '受理' },
    { value: 'consultation', label: '转咨询' },
    { value: 'outOfScope', label: '不属受理范围' },
  ]),
  answer('aboutWhom', '反映的是谁', 'choice', [
    { value: 'body', label: '机构，不针对个人' },
    { value: 'person', label: '某位工作人员' },
  ]),
  answer('scopeReason', '不受理理由', 'text'),
  answer('guidance', '去向指引', 'text'),
  answer('cause', '主要原因', 'cause'),
  answer('causeSecondary', '次要原因', 'cause'),
  answer('causeText', '原因说明', 'text'),
  answer('causeEvidence', '依据和佐证', 'text'),
  answer('talkedTo', '向谁了解过', 'text'),

  answer('confirmation', '部门意见', 'choice', CONFIRMATIONS),
  answer('confirmationReason', '异议理由', 'text'),
  answer('suggestedDepartment', '建议改派的部门', 'department'),
  answer('transferReason', '改派说明', 'text'),
  derived('anyDisputed', '本轮有部门异议', 'boolean'),
  derived('anyNotOurs', '本轮有部门称不属本部门', 'boolean'),
  derived('objectionRound', '第几次异议', 'number'),
  derived('transfers', '改派次数', 'number'),
  answer('ruling', '裁定', 'choice', [
    { value: 'uphold', label: '维持原分析' },
    { value: 'revise', label: '修改后再确认' },
  ]),
  answer('rulingReason', '裁定理由', 'text'),

  answer('verdict', '责任认定', 'choice', VERDICTS),
  answer('verdictReason', '认定理由', 'text'),
  answer('lawBasis', '不能办的依据', 'text'),
  answer('missingMaterials', '补正清单', 'text'),
  answer('guideNamesIt', '经核对，办事指南已载明', 'boolean'),
  answer('hiddenBarrier', '隐形壁垒', 'boolean'),
  answer('recurrence', '是否复发', 'choice', RECURRENCES),
  answer('recurrenceFinding', '复发核实结论', 'choice', [
    { value: 'confirmed', label: '再次出现' },
    { value: 'dismissed', label: '不是同一问题' },
  ]),
  answer('recurrenceReason', '复发核实理由', 'text'),

  answer('callResult', '通话结果', 'choice', CALL_RESULTS),
  answer('callNumber', '拨打号码', 'text'),
  answer('callSaid', '答复内容', 'text'),
  answer('noticeChannel', '告知方式', 'text'),
  answer('noticeText', '告知内容', 'text'),
  answer('noticeProof', '告知凭据', 'text'),
  answer('understood', '群众是否理解', 'boolean'),
  derived('tries', '拨打次数', 'number'),
  derived('reached', '已接通', 'boolean'),
  derived('contactFailed', '联系未果', 'boolean'),
  answer('repliedAt', '答复时间', 'instant'),

  answer('rectificationElement', '整改要素', 'text'),
  answer('rectificationItem', '整改涉及的事项', 'text'),
  answer('rectificationPart', '整改的要素', 'text'),
  answer('before', '整改前', 'text'),
  answer('after', '整改后', 'text'),
  answer('basis', '依据', 'text'),
  answer('effectiveOn', '生效日期', 'day'),
  answer('evidence', '佐证', 'text'),
  answer('publishedAt', '公布在哪里', 'text'),
  answer('prevention', '防止复发措施', 'text'),
  answer('rectificationAccepted', '核验通过', 'boolean'),
  answer('verifyNote', '核验意见', 'text'),
  answer('moreRectification', '还有另一项要整改', 'boolean'),

  answer('feedbackKind', '反馈类型', 'choice', [
    { value: 'final', label: '办理结果' },
    { value: 'interim', label: '阶段性答复' },
  ]),
  answer('feedbackChannel', '反馈方式', 'text'),
  answer('feedbackText', '反馈内容', 'text'),
  answer('interimReason', '阶段性答复理由', 'text'),
  answer('newDateOn', '新的答复日期', 'day'),
  answer('feedbackAt', '反馈时间', 'instant'),

  answer('appointmentWindow', '预约窗口', 'text'),
  answer('appointmentOn', '预约日期', 'day'),
  answer('appointmentCountedFrom', '预约提醒起算日', 'day'),
  answer('appointmentAt', '预约时间', 'text'),
  answer('appointmentContact', '预约联系人', 'text'),
  answer('outcome', '后续办理结果', 'choice', OUTCOMES),
  answer('outcomeNote', '结果说明', 'text'),
  answer('followedUpAt', '后续办理结束时间', 'instant'),
  answer('visitsAfter', '答复后又跑几趟', 'number'),
  answer('materialsBefore', '原要求材料份数', 'number'),
  answer('materialsAfter', '现要求材料份数', 'number'),

  answer(
    'satisfaction',
    '满意度',
    'choice',
    SATISFACTION_GRADES.map(({ grade, label }) => ({ value: String(grade), label })),
  ),
  answer('visitedAt', '回访时间', 'instant'),
  answer('ratedAt', '群众自评时间', 'instant'),
  answer('dissatisfaction', '不满意原因', 'text'),
  answer('reopenRequested', '申请重新办理', 'boolean'),
  answer('reopenedAt', '重新办理时间', 'instant'),
  answer('reviewRequested', '申请复核', 'boolean'),
  answer('reviewCount', '已复核次数', 'number'),
  answer('reviewResult', '复核结论', 'choice', [
    { value: 'uphold', label: '维持' },
    { value: 'change', label: '改变认定' },
  ]),
  answer('reviewNote', '复核说明', 'text'),
  answer('superviseNote', '督办意见', 'text'),
  answer('superviseMeasure', '督办措施', 'text'),
  answer('leaderMeasure', '分管领导处理方式', 'text'),
  answer('leaderInstruction', '分管领导批示', 'text'),
]

function answer(key: string, label: string, type: FactType, choices?: readonly Choice[]): Fact {
  return fact(key, label, type, 'answer', choices)
}

function fromCase(key: string, label: string, type: FactType, choices?: readonly Choice[]): Fact {
  return fact(key, label, type, 'case', choices)
}

function derived(key: string, label: string, type: FactType): Fact {
  return fact(key, label, type, 'derived')
}

function fact(
  key: string,
  label: string,
  type: FactType,
  from: Fact['from'],
  choices?: readonly Choice[],
): Fact {
  return { key, label, type, from, ...(choices && { choices }) }
}
