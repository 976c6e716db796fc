import type { Command } from 'commander'
import { text } from '../../catalogue/index.js'
import { openParts } from '../../main.js'
import type { Terminal } from '../terminal.js'
import { commandNamed, configOf, print, type CommonOptions } from './base.js'

/** `migrate`: makes the database, or brings an older one up to this release. */
export function migrateCommand(terminal: Terminal): Command {
  return commandNamed('migrate').action(async (options: CommonOptions) => {
    const config = configOf(terminal, options)
    const parts = await openParts(config, terminal.clock)
    await parts.store.close()
    const where = config.databaseUrl === null ? config.dataDir : text('cli.postgres')
    print(terminal, options, { migrated: true, database: where }, [text('cli.migrate.done', { where })])
  })
}
