/** Sentences of the drafted quarterly report. */
export const draft = {
  'draft.title': '{quarter}解决群众“办不成事”问题工作情况报告',
  'draft.counted': '{label}{count}件',
  'draft.someDepartment': '有关部门',
  'draft.since.previous': '上季度',
  'draft.since.yearBefore': '上年同期',
  'draft.change.same': '与{since}持平',
  'draft.change.more': '较{since}增加{count}件{share}',
  'draft.change.fewer': '较{since}减少{count}件{share}',
  'draft.change.share': '（{share}%）',
  'draft.zero':
    '{quarter}，各“办不成事”反映窗口未收到群众反映，无结转和到期事项，实行零报告。各窗口继续正常开放，接受群众反映。',

  'draft.overview.heading': '总体情况',
  'draft.overview.received':
    '{quarter}，各“办不成事”反映窗口共收到群众反映{received}件{change}。其中进入办理{handled}件，转咨询{turnedConsultation}件，' +
    '不属受理范围并作出指引{outOfScope}件，并单{merged}件，群众撤回{withdrawn}件。',
  'draft.overview.nothing': '{quarter}，各“办不成事”反映窗口未收到新的群众反映{change}。',
  'draft.overview.consultations': '另有窗口咨询登记{consultations}件，不计入以上件数。',
  'draft.overview.carried':
    '上季度结转{carriedIn}件；本季度办结{closed}件（归档{archived}件）；结转下季度{carriedOut}件。',
  'draft.overview.by': '按地点分：{places}。按渠道分：{channels}。按反映人分：{kinds}。',
  'draft.overview.manyVisits': '群众反映前已跑动两次及以上的{manyVisits}件。',

  'draft.causes.heading': '原因分析',
  'draft.causes.none': '本季度收到的反映，原因尚未确认。',
  'draft.causes.groups': '已分析原因{count}件，其中{groups}。主要原因为：{causes}。',
  'draft.causes.verdicts': '责任认定情况：{verdicts}。',
  'draft.causes.awareness':
    '回答是否看过办事指南的{denominator}人中，看过网上或纸质指南的{numerator}人，知晓率{rate}。',
  'draft.causes.guide':
    '因实施清单、办事指南本身缺漏造成的{guideProblems}件，认定存在隐形壁垒的{hiddenBarriers}件。',

  'draft.timeliness.heading': '办理时效',
  'draft.timeliness.phoneReply.none': '本季度没有到期的3个工作日电话答复事项。',
  'draft.timeliness.phoneReply.all': '3个工作日电话答复：本季度到期{due}件，全部按期答复，按期答复率{rate}。',
  'draft.timeliness.phoneReply.some':
    '3个工作日电话答复：本季度到期{due}件，按期答复{onTime}件，逾期{late}件，按期答复率{rate}。',
  'draft.timeliness.feedback.none': '本季度没有到期的10个工作日反馈事项。',
  'draft.timeliness.feedback.all':
    '10个工作日反馈工作结果：本季度到期{due}件，全部按期反馈，按期反馈率{rate}。',
  'draft.timeliness.feedback.some':
    '10个工作日反馈工作结果：本季度到期{due}件，按期反馈{onTime}件，逾期{late}件，按期反馈率{rate}。',
  'draft.timeliness.unreachable':
    '另有{unreachable}件经多次电话未能接通，已在期限内以书面或短信告知（已按期联系未果），单独列出。',
  'draft.timeliness.pending': '截至统计时，尚有{pending}件未到期限，不计入以上比率。',
  'draft.timeliness.provisional': '其中{provisional}件的期限跨未公布放假安排的年份，为暂定期限，公布后重算。',

  'draft.outcomes.heading': '办成情况',
  'draft.outcomes.none': '本季度没有结束后续办理的事项。',
  'draft.outcomes.ended':
    '本季度结束后续办理{ended}件：已办成{done}件，仍未办成{notDone}件，群众放弃{givenUp}件，依法不能办{impossible}件，办成率{rate}。',
  'draft.outcomes.visits': '可比的{cases}件中，答复前群众共跑动{before}次，答复后为办成共跑动{after}次。',
  'draft.outcomes.materials': '可比的{cases}件中，原要求提交材料共{before}份，整改后为{after}份。',
  'draft.outcomes.satisfaction':
    '回访{asked}件，作出评价{rated}件，其中基本满意及以上{satisfied}件，满意率{rate}。',

  'draft.rectification.heading': '整改与复发',
  'draft.rectification.none': '本季度没有通过核验的整改。',
  'draft.rectification.accepted':
    '本季度通过核验的部门整改{rectificationsAccepted}项，均已填报防止复发措施。',
  'draft.rectification.noneWatched': '截至季末12个月内没有已办结的整改，复发率暂无可比基数。',
  'draft.rectification.recurrence':
    '截至季末12个月内办结的整改{watched}项，本季度确认复发{confirmed}件，复发率{rate}。',
  'draft.rectification.suspected': '另有疑似复发{recurrencesSuspected}件，正在核实。',

  'draft.typical.heading': '典型案例',
  'draft.typical.none': '本季度没有需要专门说明的典型案例。',
  'draft.typical.matter': '{item}（{department}）。{said}',
  'draft.typical.said': '群众反映：{words}',
  'draft.typical.cause': '经分析，原因为{cause}。',
  'draft.typical.rectified': '整改前：{before}；整改后：{after}。',
  'draft.typical.prevention': '防止复发措施：{words}。',
  'draft.typical.outcome': '后续办理结果：{outcome}。',

  'draft.suggestions.heading': '存在问题与建议',
  'draft.suggestions.none': '本季度未发现突出问题。下一步继续做好收集、分析、解决和反馈工作。',
  'draft.suggestions.pattern':
    '“{item}”本季度反映{count}件，原因均为{cause}。建议{department}对该事项专项梳理，一次解决同类问题。',
  'draft.suggestions.guide':
    '有{guideProblems}件是办事指南缺漏造成的。建议相关部门按自治区政务服务标准修订实施清单和办事指南。',
  'draft.suggestions.barriers':
    '认定隐形壁垒{hiddenBarriers}件。建议各部门对照清单自查，取消指南以外的要求。',
  'draft.suggestions.late': '逾期答复、反馈共{late}件。建议加强期限前提醒和督办。',
  'draft.suggestions.recurrence': '确认复发{confirmed}件。建议对原整改措施重新核验，查明未能防止复发的原因。',
  'draft.suggestions.awareness':
    '办事指南知晓率为{rate}，不足一半。建议在窗口和网上加强办事指南的宣传和一次性告知。',
} as const
