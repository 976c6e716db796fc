import { readUnreadNames } from './items.js'
import type { Parts } from './parts.js'
import { sealOlder } from './sealing.js'

/**
 * Does for what was stored before a new version what that version does with everything it stores: the pinyin of items,
 * sealed contact fields with what cases are found by. Once; cut off, it goes on where it stopped.
 */
export async function catchUp(parts: Pick<Parts, 'store' | 'clock'>): Promise<void> {
  while (await readUnreadNames(parts));
  await sealOlder(parts)
}
