import type { Parts } from '../parts.js'

/** Removes what nothing names any more: files of reports never sent, of attachments taken away, of a stop midway. */
export function sweepFiles({ store, files }: Pick<Parts, 'store' | 'files'>): Promise<number> {
  return files.sweep(hashes => store.read.attachments.named(hashes))
}

/** Asks again about files that the check for malware had no answer for. */
export async function scanWaiting({ store, files }: Parts, atOnce = 20): Promise<void> {
  for (const { id, sha256 } of await store.read.attachments.unscanned(atOnce)) {
    const scan = await files.scanAgain(sha256)
    if (scan === 'pending') return // it still cannot be asked
    await store.transaction(unit => unit.attachments.scanned([{ id, scan }]))
  }
}
