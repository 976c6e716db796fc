/** 办公室设置. */
export const settings = {
  'settings.title': '办公室设置',
  'settings.what': '《工作方案》没有写明、由本办公室自己定的几条规则。',
  'settings.next': '需要调整的，改数字、写明理由后保存；从保存时起对之后的办理生效，已经作出的认定不改。',
  'settings.recurrence.title': '复发观察期',
  'settings.recurrence.now':
    '整改通过核验后{recurrenceMonths}个月内又有人反映同样的问题，登记和认定时提示“疑似复发”。',
  'settings.recurrence.note': '季度报告的复发率按12个月计算，不随观察期变化。',
  'settings.contact.title': '联系不上群众时',
  'settings.contact.now':
    '分{callDays}天共拨打{callTries}次都未接通的，改用书面或短信告知，计入“已按期联系未果”。',
  'settings.contact.note':
    '须在3个工作日的答复期限内完成，所以最多分3天。正在联系的事项，下一次记录电话时按新规则判断。',
  'settings.privacy.title': '个人信息申请的答复期限',
  'settings.privacy.now':
    '群众申请更正、删除或停止使用个人信息的，从第二天起{privacyReplyDays}个工作日内答复。',
  'settings.privacy.note':
    '《个人信息保护法》第五十条要求及时答复，参照国信办秘字〔2019〕191号第六条，最长15个工作日。已经提出的申请，答复的日期不变。',
  'settings.field.privacyReplyDays': '多少个工作日内答复',
  'settings.retention.title': '保存期限',
  'settings.retention.now':
    '办结事项的个人信息保存{keptCases}年，咨询问答{keptConsultations}年，查看理由{keptLooks}年，来源地址{keptAccesses}个月，提醒{keptNotices}个月；到期自动清除，统计数字保留。',
  'settings.retention.note':
    '清除后不能恢复。请对照《机关档案管理规定》和本单位的档案保管期限表核定；不改数字直接保存，即为确认。到期的清单见“保存期限”页。',
  'settings.field.keptCases': '办结事项的个人信息保存多少年（从办结算起）',
  'settings.field.keptConsultations': '咨询登记的问答保存多少年',
  'settings.field.keptLooks': '查看个人信息的理由保存多少年',
  'settings.field.keptAccesses': '来源地址和查询条件保存多少个月',
  'settings.field.keptNotices': '提醒保存多少个月',
  'settings.field.recurrenceMonths': '观察多少个月',
  'settings.field.callTries': '共拨打多少次',
  'settings.field.callDays': '至少分多少天',
  'settings.bounds': '{least}到{most}之间的整数，一般为{usual}。',
  'settings.reason': '调整的理由',
  'settings.reason.help': '留存在下面的记录里，供以后查对。',
  'settings.submit': '保存',
  'settings.done': '已保存，从现在起按新的规则办理。',
  'settings.changes': '调整记录',
  'settings.changes.none': '还没有调整过，都是一般的规则。',
  'settings.change.when': '时间',
  'settings.change.by': '调整人',
  'settings.change.what': '调整',
  'settings.change.why': '理由',
  'settings.change': '{name}：{before} → {after}',
  'settings.elsewhere': '其余规则在哪里定',
  'settings.elsewhere.process':
    '期限从哪一天起算、内部时限、视为确认、异议和复核的次数、阶段性答复、能否暂停计时：由流程图规定，管理员修改并发布。',
  'settings.elsewhere.process.link': '办理手册（第{version}版）',
  'settings.elsewhere.calendar':
    '哪一天是工作日、几点下班：由日历规定，管理员维护；每个期限都可点开“为什么是这一天”。',
  'settings.elsewhere.replies': '电话、书面告知和反馈怎么说：',
  'settings.elsewhere.fourEyes': '发布流程图是否须由另一位管理员批准：由管理员在“流程”里设定。',
} as const
