import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { ContactKeysPlaceProblem } from './casework/problem.js'
import type { GroupRole } from './runtime/unified/group-roles.js'
import type { ProviderSettings } from './runtime/unified/provider.js'
import { secretOf } from './secrets.js'
import { meansNothing, setting, withFiles, type Environment, type LogLevel } from './settings.js'

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
  /** how long somebody stays signed in */
  readonly session: SessionSettings
  /** the name of the office at the head of the pages; bodies are renamed, so it is a setting */
  readonly officeName: string
  /** a command that checks a file for malware, such as `clamdscan --fdpass --no-summary`; null: none is asked */
  readonly scanCommand: string | null
  /** a provider of unified sign-in (OpenID Connect), and what its groups are here; null: people sign in here alone */
  readonly unified: UnifiedSettings | null
  readonly logLevel: LogLevel
}

/** When a session ends by itself, in milliseconds. */
export interface SessionSettings {
  /** after so long without a word */
  readonly idle: number
  /** after so long, however busy */
  readonly age: number
}

export interface UnifiedSettings extends ProviderSettings {
  readonly groups: readonly GroupRole[]
}

/** Where the bytes of attachments lie, and what of them is still coming in. */
export function filesFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return path.join(dataDir, 'files')
}

/** What the command line says; it rules over the environment. */
export type ConfigOptions = Partial<
  Pick<Config, 'dataDir' | 'host' | 'port' | 'demo' | 'databaseUrl' | 'officeName' | 'logLevel'>
>

/**
 * Reads the settings. Makes the data directory and, where none is given, a secret that outlives a restart.
 * @throws UnknownSettingProblem naming the first setting that means nothing; SecretMissingProblem; WeakSecretProblem
 */
export function readConfig(said: Environment, options: ConfigOptions = {}): Config {
  const environment = withFiles(said)
  const dataDir = path.resolve(options.dataDir ?? setting(environment, 'BANDECHENG_DATA'))
  mkdirSync(dataDir, { recursive: true })
  const demo = options.demo ?? setting(environment, 'BANDECHENG_DEMO')
  const kept = { dataDir, required: setting(environment, 'NODE_ENV') === 'production' && !demo }
  const publicUrl = setting(environment, 'BANDECHENG_URL')?.replace(/\/+$/, '') ?? null
  return Object.freeze({
    dataDir,
    host: options.host ?? setting(environment, 'HOST'),
    port: options.port ?? setting(environment, 'PORT'),
    databaseUrl: options.databaseUrl ?? setting(environment, 'DATABASE_URL') ?? null,
    secret: secretOf(environment, 'BANDECHENG_SECRET', kept),
    auditSecret: secretOf(environment, 'BANDECHENG_AUDIT_SECRET', kept),
    contactKeysFile: contactKeysFile(environment, kept),
    demo,
    publicUrl,
    https: publicUrl?.startsWith('https:') ?? false,
    trustProxy: setting(environment, 'BANDECHENG_TRUST_PROXY'),
    session: {
      idle: setting(environment, 'BANDECHENG_SESSION_IDLE') * 60_000,
      age: setting(environment, 'BANDECHENG_SESSION_AGE') * 3_600_000,
    },
    officeName: options.officeName ?? setting(environment, 'BANDECHENG_OFFICE'),
    scanCommand: setting(environment, 'BANDECHENG_SCAN') ?? null,
    unified: unifiedOf(environment),
    logLevel: options.logLevel ?? setting(environment, 'LOG_LEVEL'),
  })
}

/** In production it must not lie where the database does: who copies the one has the other. */
function contactKeysFile(
  environment: Environment,
  { dataDir, required }: { readonly dataDir: string; readonly required: boolean },
): string {
  const given = setting(environment, 'BANDECHENG_CONTACT_KEYS_FILE')
  const file = path.resolve(given ?? path.join(dataDir, 'contact-keys'))
  if (required && file.startsWith(dataDir + path.sep)) throw new ContactKeysPlaceProblem(dataDir)
  return file
}

/** All of it or nothing. */
function unifiedOf(environment: Environment): UnifiedSettings | null {
  const issuer = setting(environment, 'BANDECHENG_OIDC_ISSUER')
  if (issuer === undefined) return null
  const needed = (name: 'BANDECHENG_OIDC_CLIENT' | 'BANDECHENG_OIDC_SECRET') => {
    const value = setting(environment, name)
    if (value === undefined) throw meansNothing(name)
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
