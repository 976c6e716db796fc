import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { UnknownSettingProblem } from './casework/setup-problem.js'
import { readGroupRoles } from './runtime/unified/group-roles.js'

/** The environment's names. PORT, HOST, DATABASE_URL and LOG_LEVEL as everywhere, the rest with our prefix. */
export type Environment = Readonly<Record<string, string | undefined>>

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const
export type LogLevel = (typeof logLevels)[number]

const yes = ['1', 'true', 'yes', 'on']
const no = ['', '0', 'false', 'no', 'off']
const flag = z
  .string()
  .toLowerCase()
  .refine(value => yes.includes(value) || no.includes(value))
  .transform(value => yes.includes(value))
const settings = {
  BANDECHENG_DATA: { schema: z.string().min(1).default('./data'), expected: 'a directory' },
  HOST: { schema: z.string().min(1).default('127.0.0.1'), expected: 'a host name or address' },
  PORT: { schema: z.coerce.number().int().min(0).max(65_535).default(3000), expected: '0–65535' },
  DATABASE_URL: { schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(), expected: 'postgres://…' },
  NODE_ENV: { schema: z.string().optional(), expected: 'production' },
  BANDECHENG_SECRET: { schema: z.string().optional(), expected: 'a secret' },
  BANDECHENG_AUDIT_SECRET: { schema: z.string().optional(), expected: 'a secret' },
  BANDECHENG_CONTACT_KEYS_FILE: { schema: z.string().min(1).optional(), expected: 'a file' },
  BANDECHENG_DEMO: { schema: flag.default(false), expected: 'true, false' },
  BANDECHENG_URL: { schema: z.url({ protocol: /^https?$/ }).optional(), expected: 'https://…' },
  BANDECHENG_TRUST_PROXY: { schema: z.coerce.number().int().min(0).max(10).default(0), expected: '0–10' },
  BANDECHENG_SESSION_IDLE: {
    schema: z.coerce.number().int().min(5).max(480).default(120),
    expected: '5–480 (minutes)',
  },
  BANDECHENG_SESSION_AGE: {
    schema: z.coerce.number().int().min(1).max(24).default(12),
    expected: '1–24 (hours)',
  },
  BANDECHENG_OFFICE: {
    schema: z.string().min(1).default('柳州市城中区政务服务监督管理办公室'),
    expected: '…',
  },
  BANDECHENG_SCAN: { schema: z.string().min(1).optional(), expected: 'a command' },
  BANDECHENG_OIDC_ISSUER: { schema: z.url({ protocol: /^https?$/ }).optional(), expected: 'https://…' },
  BANDECHENG_OIDC_CLIENT: { schema: z.string().min(1).optional(), expected: '…' },
  BANDECHENG_OIDC_SECRET: { schema: z.string().min(1).optional(), expected: '…' },
  BANDECHENG_OIDC_GROUPS_CLAIM: { schema: z.string().min(1).default('groups'), expected: 'groups' },
  BANDECHENG_OIDC_GROUPS: {
    schema: z
      .string()
      .default('')
      .transform((words, context) => {
        const groups = readGroupRoles(words)
        if (groups) return groups
        context.addIssue('unknown')
        return z.NEVER
      }),
    expected: 'group=officer;group=clerk@…;group=liaison@…',
  },
  LOG_LEVEL: { schema: z.enum(logLevels).default('info'), expected: logLevels.join(', ') },
} as const

type Settings = typeof settings
/** What can be said in the environment. */
export type SettingName = keyof Settings

/**
 * The value of one setting, checked.
 * @throws UnknownSettingProblem, which does not print a secret
 */
export function setting<Name extends SettingName>(
  environment: Environment,
  name: Name,
): z.output<Settings[Name]['schema']> {
  const given = environment[name]
  const { schema } = settings[name]
  // an empty variable is how a shell says "not set"
  const read = schema.safeParse(given === '' ? undefined : given)
  if (!read.success) throw meansNothing(name, given)
  return read.data as z.output<Settings[Name]['schema']>
}

/** That a setting is wrong, with what it should have been. */
export function meansNothing(name: SettingName, given = ''): UnknownSettingProblem {
  return new UnknownSettingProblem(name, hidden(name, given), settings[name].expected)
}

function hidden(name: string, value = ''): string {
  return /SECRET$|DATABASE_URL/.test(name) ? '***' : value
}

/** These may stand in a file, which a container mounts and `ps` does not show. */
const fromFiles = [
  'BANDECHENG_SECRET',
  'BANDECHENG_AUDIT_SECRET',
  'DATABASE_URL',
  'BANDECHENG_OIDC_SECRET',
] as const

/**
 * The environment with what stands in the files it names.
 * @throws UnknownSettingProblem for a file that cannot be read
 */
export function withFiles(environment: Environment): Environment {
  const read = fromFiles.flatMap(name => {
    const file = environment[`${name}_FILE`]
    if (file === undefined || file === '') return []
    try {
      return [[name, readFileSync(file, 'utf8').trim()] as const]
    } catch {
      throw new UnknownSettingProblem(`${name}_FILE`, file, 'a file that can be read')
    }
  })
  return { ...environment, ...Object.fromEntries(read) }
}
