/** What the store has to tell people: only what they can do something about. */
export const store = {
  'problem.databaseNewer':
    '数据库已由更新的版本升级过（{migration}），当前版本不能使用。请换用新版本启动，或恢复升级前的备份。',
} as const
