/** What the pages say when something does not work: what happened, and what to do now. */
export const errors = {
  'error.requestId': '请求编号',
  'error.toTasks': '返回我的待办',
  'error.toHome': '返回首页',
  'error.toStart': '返回首页',

  'error.badRequest.title': '这个请求无法处理',
  'error.badRequest.advice':
    '地址或提交的内容格式不对。请返回上一页重试；如果是从别处复制的链接，请检查是否完整。',
  'error.notFound.title': '没有找到这个页面',
  'error.notFound.advice': '地址可能写错了，或者页面已经移走。请从首页或“我的待办”重新进入。',
  'error.notAllowed.title': '不能这样办理',
  'error.wrongRole.title': '这个页面不对您的角色开放',
  'error.wrongRole.advice': '您已登录，但这个页面由其他角色使用。如确需查看，请联系负责人或管理员。',
  'error.noPlace.title': '还不能登记',
  'error.noPlace.advice': '您的账号还没有对应的窗口地点。请管理员在“人员”中为您指定地点。',
  'error.signedOut.title': '请先登录',
  'error.signedOut.advice':
    '登录已经失效，刚才的内容没有提交。请在新窗口登录后返回本页再提交一次，您填写的内容还在。',
  'error.crossSite.title': '已拦截来自其他网站的请求',
  'error.crossSite.advice': '为了您的信息安全，只接受从本站页面提交的内容。请从本站首页重新进入后操作。',
  'error.formExpired.title': '页面已经过期，内容没有提交',
  'error.formExpired.advice':
    '打开本页之后登录状态有变化，或页面放置太久。请点浏览器的“返回”，复制好已填写的内容，刷新页面后重新提交。',
  'error.conflict.title': '情况有变化，没有提交',
  'error.wrongInput.title': '有内容需要改正',
  'error.tooLarge.title': '提交的内容太长',
  'error.tooLarge.advice':
    '一次提交的全部文字合计不能超过约2.8万个汉字。请点浏览器的“返回”，把过长的一项删减后再提交，或分几次补充；已填写的内容还在。',
  'error.tooOften.title': '操作太频繁',
  'error.tooOften.advice':
    '为防止他人试猜，短时间内的次数有限制。请过一会儿再试；急需办理可到反映窗口或致电政管办。',
  'error.unexpected.title': '系统出了问题',
  'error.unexpected.advice':
    '这不是您的操作造成的，刚才的内容没有写入。请稍后再试；如仍不行，请把下面的请求编号告诉管理员。',
} as const
