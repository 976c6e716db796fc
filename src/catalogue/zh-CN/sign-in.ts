/** The sign-in. */
export const signIn = {
  'signIn.title': '工作人员登录',
  'signIn.what': '窗口专员、政管办、部门联络员和领导小组成员由此进入。群众反映和查进度不需要登录。',
  'signIn.username': '用户名',
  'signIn.username.missing': '请填写用户名。',
  'signIn.password': '密码',
  'signIn.password.missing': '请填写密码。',
  'signIn.submit': '登录',
  'signIn.help': '忘记密码或没有账号，请联系本单位管理员。离开座位前请退出登录。',
  'signIn.signedOut': '已退出登录。',
  'signIn.demo.title': '演示账号',
  'signIn.demo.advice':
    '点一个账号，用户名和密码（都是 {password}）会自动填好，再点“登录”。每个角色只看到自己的事。',
} as const
