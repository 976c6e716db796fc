/** Unified sign-in (OpenID Connect). */
export const unified = {
  'unified.button': '用统一登录进入',
  'unified.failed': '统一登录没有成功。请重新点“用统一登录进入”；仍不行请联系系统管理员。',
  'unified.noRole':
    '统一登录认得您，但您还没有被分配到本系统的角色，或同时属于几个角色的组。请联系系统管理员。',
  'unified.nameTaken': '您在统一登录的用户名，本系统已有人使用。请联系系统管理员处理。',
  'unified.person': '统一登录人员',
  'unified.password': '在本系统另设密码',
  'unified.disabled': '您的账号已停用。请联系系统管理员。',
} as const
