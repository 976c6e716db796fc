import { existsSync } from 'node:fs'
import path from 'node:path'
import { databaseFile, openParts } from '../main.js'
import type { Parts } from '../runtime/index.js'
import { configOf, type CommonOptions } from './commands/base.js'
import type { Terminal } from './terminal.js'

/**
 * The parts of a data directory that is there already; null when it is not, and then nothing is made: who asks for a
 * date wants no database.
 */
export async function openExisting(terminal: Terminal, options: CommonOptions): Promise<Parts | null> {
  if (!dataIsThere(terminal, options)) return null
  return openParts(configOf(terminal, options), terminal.clock)
}

/** Whether there is a database to ask: a file in the data directory, or one that was named. */
export function dataIsThere({ environment }: Terminal, { data }: CommonOptions): boolean {
  const { DATABASE_URL: url = '', BANDECHENG_DATA: usual = './data' } = environment
  return url !== '' || existsSync(path.resolve(data ?? usual, databaseFile))
}
