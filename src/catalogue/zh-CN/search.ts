/** 搜索: one box for everything a case is known by. */
export const search = {
  'search.title': '搜索事项',
  'search.titleOf': '搜索“{words}”',
  'search.what': '按编号、事项、部门、反映内容、姓名查找您可以查看的事项；电话请输入完整号码或后四位。',
  'search.what.noPerson': '按编号、事项、部门、反映内容、电话后四位查找您可以查看的事项。',
  'search.next': '输入两个字以上；多个词用空格隔开，结果须同时包含。',
  'search.label': '找什么',
  'search.placeholder': '如：房东声明、2026-00017、张三、0101',
  'search.submit': '搜索',
  'search.again': '换个词再搜',
  'search.results': '搜索结果',
  'search.by.person': '姓名或电话相符',
  'search.by.number': '编号相符',
  'search.registered': '{day}登记',
  'search.shown': '最新登记的在前，每页{count}件',
  'search.start.title': '还没有输入',
  'search.start.why': '输入编号、事项、姓名、电话后四位，或者反映内容里的两个字，按回车搜索。',
  'search.empty.title': '没有找到',
  'search.empty.why':
    '没有您可以查看的事项同时包含这些词。请少写一个词、换一种说法，或者核对编号和电话后四位。',
  'search.short.title': '再多写一个字',
  'search.short.why': '一个字会找出太多事项，请至少输入两个字，例如“许可”“参保”，或者编号、电话后四位。',
} as const
