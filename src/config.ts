import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import {
  ContactKeysPlaceProblem,
  SecretMissingProblem,
  UnknownSettingProblem,
  WeakSecretProblem,
} from './casework/problem.js'
import { readGroupRoles, type GroupRole } from './runtime/unified/group-roles.js'
import type { ProviderSettings } from './runtime/unified/provider.js'

/** Every setting of the program, read once at its start; frozen. */
export interface Config {
  /** where the database, the secret and the files live; made when missing */
  readonly dataDir: string
  readonly host: string
  readonly port: number
  /** a PostgreSQL address; null for the SQLite file in the data directory */
  readonly databaseUrl: string | null
  /** signs the form tokens; from the environment, or from a file in the data directory that is made once */
  readonly secret: string
  /** links and signs the audit trail; kept apart from the database, or whoever has one has both */
  readonly auditSecret: string
  /** the file of the keys that contact fields are sealed with; made at the first start */
  readonly contactKeysFile: string
  /** demonstration accounts and data, and a banner that says so */
  readonly demo: boolean
  /** the address people type, such as `https://bcs.example.gov.cn`; for posters and links; null: what the browser asked for */
  readonly publicUrl: string | null
  /** served over https, so that cookies are sent over nothing else */
  readonly https: boolean
  /** how many proxies stand before the server and may tell the visitor's address; 0: none is believed */
  readonly trustProxy: number
  /** the name of the office at the head of the pages; bodies are renamed, so it is a setting */
  readonly officeName: string
  /** a command that checks a file for malware, such as `clamdscan --fdpass --no-summary`; null: none is asked */
  readonly scanCommand: string | null
  /** a provider of unified sign-in (OpenID Connect), and what its groups are here; null: people sign in here alone */
  readonly unified: UnifiedSettings | null
  readonly logLevel: LogLevel
}

export interface UnifiedSettings extends ProviderSettings {
  readonly groups: readonly GroupRole[]
}

/** Where the bytes of attachments lie, and what of them is still coming in. */
export function filesFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return path.join(dataDir, 'files')
}

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const
export type LogLevel = (typeof logLevels)[number]

/** What the command line says; it rules over the environment. */
export type ConfigOptions = Partial<
  Pick<Config, 'dataDir' | 'host' | 'port' | 'demo' | 'databaseUrl' | 'officeName' | 'logLevel'>
>

/** The environment's names. PORT, HOST, DATABASE_URL and LOG_LEVEL as everywhere, the rest with our prefix. */
export type Environment = Readonly<Record<string, string | undefined>>

const yes = ['1', 'true', 'yes', 'on']
const no = ['', '0', 'false', 'no', 'off']
const flag = z
  .string()
  .toLowerCase()
  .refine(value => yes.includes(value) || no.includes(value))
  .transform(value => yes.includes(value))
/** Long enough, and not one letter over and over: who fills in a sample must be told. */
const secretWord = z
  .string()
  .min(32)
  .refine(value => new Set(value).size >= 10)
const secretExpected = '32+'
const settings = {
  BANDECHENG_DATA: { schema: z.string().min(1).default('./data'), expected: 'a directory' },
  HOST: { schema: z.string().min(1).default('127.0.0.1'), expected: 'a host name or address' },
  PORT: { schema: z.coerce.number().int().min(0).max(65_535).default(3000), expected: '0–65535' },
  DATABASE_URL: { schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(), expected: 'postgres://…' },
  NODE_ENV: { schema: z.string().optional(), expected: 'production' },
  BANDECHENG_SECRET: { schema: secretWord.optional(), expected: secretExpected },
  BANDECHENG_AUDIT_SECRET: { schema: secretWord.optional(), expected: secretExpected },
  BANDECHENG_CONTACT_KEYS_FILE: { schema: z.string().min(1).optional(), expected: 'a file' },
  BANDECHENG_DEMO: { schema: flag.default(false), expected: 'true, false' },
  BANDECHENG_URL: { schema: z.url({ protocol: /^https?$/ }).optional(), expected: 'https://…' },
  BANDECHENG_TRUST_PROXY: { schema: z.coerce.number().int().min(0).max(10).default(0), expected: '0–10' },
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

/**
 * Reads the settings. Makes the data directory and, where none is given, a secret that outlives a restart.
 * @throws UnknownSettingProblem naming the first setting that means nothing; WeakSecretProblem
 */
export function readConfig(said: Environment, options: ConfigOptions = {}): Config {
  const environment = withFiles(said)
  const dataDir = path.resolve(options.dataDir ?? setting(environment, 'BANDECHENG_DATA'))
  mkdirSync(dataDir, { recursive: true })
  const demo = options.demo ?? setting(environment, 'BANDECHENG_DEMO')
  const given = secretsGiven(environment, demo)
  const publicUrl = setting(environment, 'BANDECHENG_URL')?.replace(/\/+$/, '') ?? null
  return Object.freeze({
    dataDir,
    host: options.host ?? setting(environment, 'HOST'),
    port: options.port ?? setting(environment, 'PORT'),
    databaseUrl: options.databaseUrl ?? setting(environment, 'DATABASE_URL') ?? null,
    secret: given.BANDECHENG_SECRET ?? secretIn(dataDir, 'secret'),
    auditSecret: given.BANDECHENG_AUDIT_SECRET ?? secretIn(dataDir, 'audit-secret'),
    contactKeysFile: contactKeysFile(environment, dataDir, demo),
    demo,
    publicUrl,
    https: publicUrl?.startsWith('https:') ?? false,
    trustProxy: setting(environment, 'BANDECHENG_TRUST_PROXY'),
    officeName: options.officeName ?? setting(environment, 'BANDECHENG_OFFICE'),
    scanCommand: setting(environment, 'BANDECHENG_SCAN') ?? null,
    unified: unifiedOf(environment),
    logLevel: options.logLevel ?? setting(environment, 'LOG_LEVEL'),
  })
}

/** These may stand in a file, which a container mounts and `ps` does not show. */
const fromFiles = [
  'BANDECHENG_SECRET',
  'BANDECHENG_AUDIT_SECRET',
  'DATABASE_URL',
  'BANDECHENG_OIDC_SECRET',
] as const

function withFiles(environment: Environment): Environment {
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

/** A secret that stands in a manual is none. */
const wellKnown = /change.?me|replace.?me|your.?secret|example|default|password|test|0123456789/i

/**
 * The secrets that the environment gives. In production (`NODE_ENV=production`) it must: a secret made beside the database
 * is gone with it.
 */
function secretsGiven(environment: Environment, demo: boolean) {
  const required = isProduction(environment, demo)
  const one = (name: 'BANDECHENG_SECRET' | 'BANDECHENG_AUDIT_SECRET') => {
    const found = setting(environment, name)
    if (found === undefined && required) throw new SecretMissingProblem(name)
    if (found !== undefined && (wellKnown.test(found) || new Set(found).size < 12))
      throw new WeakSecretProblem(name)
    return found
  }
  return {
    BANDECHENG_SECRET: one('BANDECHENG_SECRET'),
    BANDECHENG_AUDIT_SECRET: one('BANDECHENG_AUDIT_SECRET'),
  }
}

function isProduction(environment: Environment, demo: boolean): boolean {
  return setting(environment, 'NODE_ENV') === 'production' && !demo
}

/** In production it must not lie where the database does: who copies the one has the other. */
function contactKeysFile(environment: Environment, dataDir: string, demo: boolean): string {
  const given = setting(environment, 'BANDECHENG_CONTACT_KEYS_FILE')
  const file = path.resolve(given ?? path.join(dataDir, 'contact-keys'))
  if (isProduction(environment, demo) && file.startsWith(dataDir + path.sep))
    throw new ContactKeysPlaceProblem(dataDir)
  return file
}

/** All of it or nothing. */
function unifiedOf(environment: Environment): UnifiedSettings | null {
  const issuer = setting(environment, 'BANDECHENG_OIDC_ISSUER')
  if (issuer === undefined) return null
  const needed = (name: 'BANDECHENG_OIDC_CLIENT' | 'BANDECHENG_OIDC_SECRET') => {
    const value = setting(environment, name)
    if (value === undefined) throw new UnknownSettingProblem(name, '', settings[name].expected)
    return value
  }
  return {
    issuer,
    clientId: needed('BANDECHENG_OIDC_CLIENT'),
    clientSecret: needed('BANDECHENG_OIDC_SECRET'),
    groupsClaim: setting(environment, 'BANDECHENG_OIDC_GROUPS_CLAIM'),
    groups: setting(environment, 'BANDECHENG_OIDC_GROUPS'),
  }
}

type Settings = typeof settings

function setting<Name extends keyof Settings>(
  environment: Environment,
  name: Name,
): z.output<Settings[Name]['schema']> {
  const given = environment[name]
  const { schema, expected } = settings[name]
  // an empty variable is how a shell says "not set"
  const read = schema.safeParse(given === '' ? undefined : given)
  if (!read.success) throw new UnknownSettingProblem(name, hidden(name, given), expected)
  return read.data as z.output<Settings[Name]['schema']>
}

function hidden(name: string, value = ''): string {
  return /SECRET$|DATABASE_URL/.test(name) ? '***' : value
}

function secretIn(dataDir: string, name: string): string {
  const file = path.join(dataDir, name)
  try {
    // wx: of two servers starting at once one makes it and the other reads it
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
