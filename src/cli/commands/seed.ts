import type { Command } from 'commander'
import { text } from '../../catalogue/index.js'
import { openParts } from '../../main.js'
import { seedDemo } from '../seed/demo.js'
import type { Terminal } from '../terminal.js'
import { commandNamed, configOf, print, type CommonOptions } from './base.js'

/** `seed`: the demonstration’s places, people and cases; does nothing where there are accounts. */
export function seedCommand(terminal: Terminal): Command {
  return commandNamed('seed').action(async (options: CommonOptions) => {
    const config = configOf(terminal, options)
    const parts = await openParts(config, terminal.clock)
    try {
      const began = performance.now()
      const seeded = await seedDemo(parts, config.dataDir)
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      const sentence =
        seeded === null ? text('cli.seed.already') : text('cli.seed.done', { ...seeded, seconds })
      print(terminal, options, { seeded: seeded !== null, ...seeded }, [sentence])
    } finally {
      await parts.store.close()
    }
  })
}
