import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

// `npm run licences` writes docs/third-party.md: every package that is installed for running, from the lockfile. A test says
// when it is out of date, or a licence is none that we may use.

const root = path.join(import.meta.dirname, '../..')

/** Where the list stands. */
export const listFile = path.join(root, 'docs/third-party.md')

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
})

/** A package with its licence in the words of SPDX; empty when its package does not say. */
export interface ThirdParty {
  readonly name: string
  readonly version: string
  readonly licence: string
}

/** The packages of the lockfile that are not for development alone, by name. */
export function thirdParties(): readonly ThirdParty[] {
  const { packages } = lockfile.parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')))
  return Object.entries(packages)
    .filter(([at, { dev, devOptional }]) => at !== '' && !dev && !devOptional)
    .map(([at, { version = '', license: licence = '' }]) => ({
      name: at.replace(/^.*node_modules\//, ''),
      ...{ version, licence },
    }))
    .sort((one, other) => (one.name + one.version < other.name + other.version ? -1 : 1))
}

/** docs/third-party.md as it has to be. */
export function thirdPartyList(): string {
  const lines = thirdParties().map(one => `- ${one.name} ${one.version}: ${one.licence || 'see its package'}`)
  return `# Third-party packages\n\nMade by \`npm run licences\` from the lockfile.\n\n${[...new Set(lines)].join('\n')}\n`
}

if (process.argv[1] === import.meta.filename) writeFileSync(listFile, thirdPartyList())
