/** 转办单: a case put to its departments, on paper. */
export const transfer = {
  'transfer.title': '“办不成事”事项转办单',
  'transfer.link': '转办单',
  'transfer.printed': '打印日期',
  'transfer.stage': '未办成的情形',
  'transfer.description': '反映的情况',
  'transfer.found': '初步原因和认定',
  'transfer.found.none': '待部门核实后认定',
  'transfer.limits.one': '{name}：{when}前',
  'transfer.limits.none': '没有在算的时限',
  'transfer.said.blank': '核实情况和意见（属实、有异议或不属本部门，写明理由）：',
  'transfer.received': '签收人：',
  'transfer.handler': '经办人：',
  'transfer.office': '政管办',
  'transfer.note':
    '意见以在系统中提交的为准，纸质件随事项留存。反映人的姓名和电话不在单上；需要联系的，请与政管办经办人联系。',
} as const
