import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ContactKeysPlaceProblem, SecretMissingProblem, WeakSecretProblem } from './casework/setup-problem.js'
import { setting, type Environment } from './settings.js'

/** Where a secret lies in the data directory when the environment gives none. */
const files = { BANDECHENG_SECRET: 'secret', BANDECHENG_AUDIT_SECRET: 'audit-secret' } as const

/**
 * A secret of the house: the one that the environment gives, or one that is made in the data directory and outlives a
 * restart. Where it is required (in production) the environment must give it: a secret made beside the database is gone
 * with it.
 * @throws SecretMissingProblem, WeakSecretProblem
 */
export function secretOf(
  environment: Environment,
  name: keyof typeof files,
  { dataDir, required }: { readonly dataDir: string; readonly required: boolean },
): string {
  const given = setting(environment, name)
  if (given === undefined) {
    if (required) throw new SecretMissingProblem(name)
    return secretIn(dataDir, files[name])
  }
  if (isWeak(given)) throw new WeakSecretProblem(name)
  return given
}

/**
 * The file of the keys of contact fields. In production it must not lie where the database does: who copies the one has
 * the other.
 * @throws ContactKeysPlaceProblem
 */
export function contactKeysFile(
  environment: Environment,
  { dataDir, required }: { readonly dataDir: string; readonly required: boolean },
): string {
  const given = setting(environment, 'BANDECHENG_CONTACT_KEYS_FILE')
  const file = path.resolve(given ?? path.join(dataDir, 'contact-keys'))
  if (required && file.startsWith(dataDir + path.sep)) throw new ContactKeysPlaceProblem(dataDir)
  return file
}

/** A secret that stands in a manual is none, nor one that is short, or hardly more than one letter over and over. */
function isWeak(secret: string): boolean {
  return secret.length < 32 || new Set(secret).size < 12 || wellKnown.test(secret)
}

const wellKnown = /change.?me|replace.?me|your.?secret|example|default|password|test|0123456789/i

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
