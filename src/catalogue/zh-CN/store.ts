/** What the store has to tell people: only what they can do something about. */
export const store = {
  'problem.databaseNewer':
    '数据库已由更新的版本升级过（{migration}），当前版本不能使用。请换用新版本启动，或恢复升级前的备份。',
  'problem.sealKeyMissing':
    '联系方式用密钥 {key} 加密，密钥文件里没有它，无法显示。请系统管理员把备份的密钥文件放回原处（BANDECHENG_CONTACT_KEYS_FILE 或数据目录里的 contact-keys），刷新即可，不必重启；数据没有丢失。',
  'problem.sealBroken':
    '联系方式（{place}）解不开：密钥 {key} 不是加密时的那一把，或者数据库里的内容被改动过。请核对密钥文件是否属于本数据库，并由安全管理员运行 bandecheng verify 核验。',
} as const
