/** The audit trail: its tables, and what is found in it that the house did not write. */
export const trail = {
  'trail.source.history_entry': '办理记录',
  'trail.source.access_entry': '访问记录',
  'trail.source.disclosure': '查看个人信息记录',
  'trail.source.deadline_entry': '期限台账',
  'trail.source.card': '黄牌红牌',
  'trail.source.calendar_version': '日历版本',
  'trail.source.calendar_entry': '日历安排',
  'trail.source.calendar_announcement': '日历公布年份',
  'trail.source.calendar_change_move': '日历改动影响的期限',
  'trail.source.process_definition': '流程版本',
  'trail.source.item_entry': '事项库记录',

  'trail.finding.changed': '被改动：{row}，内容与写入时不同。',
  'trail.finding.removed': '被删除：{row}，留痕链上有它，表里没有。',
  'trail.finding.added': '被添加：{row}，不是系统写入的，留痕链上没有它。',
  'trail.finding.broken': '链在第{position}条断开：{row}，它或它前面的一条被改动过，或次序被调换。',
  'trail.finding.gap': '链上缺第{from}条至第{to}条：记录连同链一起被删除。',
  'trail.finding.cut': '尾部被截去：签名时已有{position}条，现在只到第{last}条。',
  'trail.finding.head': '第{position}条处的签名对不上：链被整体重写，或签名不是用本单位的密钥作的。',
} as const
