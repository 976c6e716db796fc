import type { Parts } from '../parts.js'

/** A report that is begun is either sent within two days or given up. */
const patience = 2 * 86_400_000

/** Removes what nothing names any more: files of reports never sent, of attachments taken away, of a stop midway. */
export async function sweepFiles({ store, files, clock }: Parts): Promise<number> {
  const before = new Date(Date.parse(clock.now()) - patience).toISOString()
  await store.transaction(unit => unit.attachments.abandon(before))
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
