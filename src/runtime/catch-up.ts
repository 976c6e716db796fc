import { command } from './command.js'
import { readUnreadNames } from './items.js'
import type { Parts } from './parts.js'

/** The setting that says that everything older than the index has been indexed. */
const indexed = 'cases indexed'

/** How many cases are indexed in one transaction: others wait no longer than for these. */
const atOnce = 500

/**
 * Does for what was stored before a new version what that version does with everything it stores: the pinyin of items,
 * the words that cases are found by. Once; cut off, it goes on where it stopped.
 */
export async function catchUp(parts: Pick<Parts, 'store' | 'clock'>): Promise<void> {
  while (await readUnreadNames(parts));
  if ((await parts.store.read.settings.get(indexed)) !== null) return
  while ((await command(parts, unit => unit.cases.indexOlder(atOnce))) > 0);
  await command(parts, unit => unit.settings.put([{ key: indexed, value: 'yes' }]))
}
