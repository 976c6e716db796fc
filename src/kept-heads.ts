import { closeSync, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** A signed end of the audit trail, as it is kept outside the database: in a file, in the log, on paper. */
export interface KeptHead {
  readonly position: number
  readonly hash: string
  readonly at: string
  readonly keyId: string
  readonly signature: string
}

const schema = z.object({
  position: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  keyId: z.string(),
  signature: z.string(),
})

/** Beside the database, not in it: who cuts the end of the trail off in the database leaves this behind. */
export function headsFile({ dataDir }: { readonly dataDir: string }): string {
  return path.join(dataDir, 'trail-heads.jsonl')
}

/** Writes a head under the others, a line of JSON each; a new line also under one that a full disk has cut off. */
export function keepHead(config: { readonly dataDir: string }, head: KeptHead): void {
  const file = openSync(headsFile(config), 'a+', 0o600)
  try {
    const { size } = fstatSync(file)
    const last = Buffer.alloc(1)
    const isCutOff = size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last.toString() !== '\n'
    writeSync(file, `${isCutOff ? '\n' : ''}${JSON.stringify(head)}\n`)
  } finally {
    closeSync(file)
  }
}

/**
 * The last head of a file; the ones before it say no more than it does. Null when there is no such file or no head in it.
 * @throws when a line that should be a head is none: somebody was at it
 */
export function lastKeptHead(file: string): KeptHead | null {
  let lines: string[]
  try {
    lines = readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return null
  }
  const last = lines.filter(line => line.trim() !== '').at(-1)
  return last === undefined ? null : schema.parse(JSON.parse(last))
}
