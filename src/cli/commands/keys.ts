import { Command } from 'commander'
import { text } from '../../catalogue/index.js'
import { contactKeyFile, type ContactKeyFile } from '../../contact-keys.js'
import { keyUses, retireKeys, rotateKeys, type KeyUses, type Parts } from '../../runtime/index.js'
import { openExisting } from '../existing.js'
import { InvalidOptionProblem } from '../problem.js'
import type { Terminal } from '../terminal.js'
import { commandNamed, configOf, print, type CommonOptions } from './base.js'

/** `keys`: lists the keys of contact fields; `keys rotate` and `keys retire` change the ring. */
export function keysCommand(terminal: Terminal): Command {
  const list = commandNamed('list', { key: 'keys.list' }).action((options: CommonOptions) =>
    withRing(terminal, options, async (parts, ring) => {
      const { file } = ring
      const uses = await keyUses(parts, ring)
      print(terminal, options, { file, ...uses }, [text('cli.keys.file', { file }), ...useLines(uses)])
    }),
  )
  const rotate = commandNamed('rotate', { key: 'keys.rotate' }).action((options: CommonOptions) =>
    withRing(terminal, options, async (parts, ring) => {
      const rotated = await rotateKeys(parts, ring)
      print(terminal, options, rotated, [
        text('cli.keys.rotated', rotated),
        text('cli.keys.backUp', { file: ring.file }),
      ])
    }),
  )
  const retire = commandNamed('retire', { key: 'keys.retire' }).action((options: CommonOptions) =>
    withRing(terminal, options, async (parts, ring) => {
      const retired = await retireKeys(parts, ring)
      print(terminal, options, { retired }, [text('cli.keys.retired', { keys: retired.join('、') })])
    }),
  )
  return new Command('keys')
    .description(text('cli.keys.what'))
    .usage(text('cli.keys.usage'))
    .addCommand(list, { isDefault: true })
    .addCommand(rotate)
    .addCommand(retire)
}

async function withRing(
  terminal: Terminal,
  options: CommonOptions,
  work: (parts: Parts, ring: ContactKeyFile) => Promise<void>,
): Promise<void> {
  const parts = await openExisting(terminal, options)
  if (parts === null) throw new InvalidOptionProblem('--data', options.data ?? '', text('cli.keys.noData'))
  try {
    await work(parts, contactKeyFile(configOf(terminal, options).contactKeysFile))
  } finally {
    await parts.store.close()
  }
}

function useLines({ keys, missing, open }: KeyUses): string[] {
  return [
    ...keys.map(({ id, values, current }) =>
      text(current ? 'cli.keys.current' : 'cli.keys.key', { id, values }),
    ),
    ...missing.map(({ id, values }) => text('cli.keys.missing', { id, values })),
    ...(open > 0 ? [text('cli.keys.open', { values: open })] : []),
  ]
}
