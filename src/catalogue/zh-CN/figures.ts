/** The figures of the quarterly report: what they are called, and how each is computed. */
export const figures = {
  'figures.unknown': '未填或未定',

  'figures.received.label': '收到',
  'figures.received.definition': '按登记日期落在本季度内计，不论后来如何办结；咨询登记另计。',
  'figures.handled.label': '进入办理',
  'figures.handled.definition': '本季度收到的，除去转咨询、不属受理范围、并单、群众撤回的；这四类分别列出。',
  'figures.turnedConsultation.label': '转咨询',
  'figures.outOfScope.label': '不属受理范围',
  'figures.merged.label': '并单',
  'figures.withdrawn.label': '群众撤回',
  'figures.consultations.label': '咨询登记',
  'figures.manyVisits.label': '多次跑动',
  'figures.manyVisits.definition': '本季度收到的，反映前已跑动两次及以上的。',
  'figures.hiddenBarriers.label': '隐形壁垒',
  'figures.hiddenBarriers.definition': '本季度收到的，认定存在隐形壁垒的。',
  'figures.guideProblems.label': '精准问题件',
  'figures.guideProblems.definition': '本季度收到的，主要原因为B1“实施清单/指南缺漏”的。',
  'figures.causes.label': '原因分析',
  'figures.visits.label': '跑动次数前后对比',
  'figures.materials.label': '材料份数前后对比',
  'figures.carriedIn.label': '上季度结转',
  'figures.carriedOut.label': '结转下季度',
  'figures.carriedOut.definition':
    '季末仍未办结的；下季度报告列为上季度结转。报告固化后到达的内容计入下季度。',
  'figures.closed.label': '办结',
  'figures.archived.label': '归档',
  'figures.phoneReplyLate.label': '逾期答复',
  'figures.phoneReplyPending.label': '答复未到期',
  'figures.unreachable.label': '已按期联系未果',
  'figures.unreachable.definition':
    '期限内在两个不同日期共三次拨打均未接通，并已在期限内改以书面或短信告知的，单独列出，不计入按期答复率。',
  'figures.feedbackLate.label': '逾期反馈',
  'figures.feedbackPending.label': '反馈未到期',
  'figures.provisional.label': '期限暂定',
  'figures.done.label': '已办成',
  'figures.notDone.label': '仍未办成',
  'figures.givenUp.label': '群众放弃',
  'figures.impossible.label': '依法不能办',
  'figures.asked.label': '回访',
  'figures.rated.label': '作出评价',
  'figures.rectificationsAccepted.label': '整改通过核验',
  'figures.recurrencesSuspected.label': '疑似复发待核',

  'figures.phoneReplyOnTime.label': '3日按期答复率',
  'figures.phoneReplyOnTime.definition':
    '在期限日当日或之前电话答复的÷本季度到期的，以日为准。责任在群众、依法不能办和混合的都计；混合的同时计入10日按期反馈率。' +
    '期限日前撤回或并单的不计，之后撤回的计为未按期；复核后重新答复的按新期限另计。',
  'figures.feedbackOnTime.label': '10日按期反馈率',
  'figures.feedbackOnTime.definition':
    '在期限日当日或之前反馈最终结果的÷本季度到期的，以日为准。责任在部门、客观原因和混合的都计。' +
    '阶段性答复不算最终结果，最终结果迟于期限日的计为未按期。撤回、并单、复核的计法同上。',
  'figures.solved.label': '办成率',
  'figures.solved.definition':
    '已办成÷（已办成＋仍未办成），按本季度结束后续办理的计；群众放弃、依法不能办的另列。',
  'figures.recurrence.label': '复发率',
  'figures.recurrence.definition':
    '本季度收到并确认为复发的÷截至季末12个月内通过核验的整改。复发指同一事项、同一部门、同一原因。',
  'figures.satisfaction.label': '满意率',
  'figures.satisfaction.definition':
    '评价为非常满意、满意、基本满意的÷作出评价的，按本季度回访的计，并列出回访数。',
  'figures.awareness.label': '知晓率',
  'figures.awareness.definition':
    '看过办事指南（网上或纸质）的÷回答了这一问题的，按本季度收到的计；窗口告知的不算看过。',
} as const
