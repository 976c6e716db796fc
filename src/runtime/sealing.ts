import { KeysInUseProblem, NothingToRetireProblem } from '../casework/setup-problem.js'
import type { KeyRing, SealCursor } from '../store/index.js'
import { noteAccess } from './accesses.js'
import { command } from './command.js'
import type { Parts } from './parts.js'

type SealingParts = Pick<Parts, 'store' | 'clock'>

/** The ring of keys, as who changes it needs it. */
export interface ChangingRing extends KeyRing {
  /** Adds a key, which becomes the current one; answers its id. */
  add(): string
  remove(ids: readonly string[]): void
}

/** A key of the ring and how much is sealed under it. */
export interface KeyUse {
  readonly id: string
  readonly current: boolean
  readonly values: number
}

/** The setting that says that nothing lies open any more from before there were keys. */
const sealedSetting = 'contacts sealed'

/** How many rows are sealed in one transaction: others wait no longer than for these. */
const atOnce = 500

/**
 * Seals what an older version left open, before anybody is served, and removes its traces from the files. Once; cut off, it
 * goes on where it stopped.
 */
export async function sealOlder(parts: SealingParts): Promise<void> {
  const { settings, sealing } = parts.store.read
  if ((await settings.get(sealedSetting)) !== null) return
  // not how many are sealed now: an earlier try may have been cut off between sealing and rewriting
  const any = (await sealing.counts()).size > 0
  const rows = await sealAnew(parts)
  if (any) await parts.store.rewriteContacts()
  await command(parts, unit => unit.settings.put([{ key: sealedSetting, value: 'yes' }]))
  if (rows > 0) await noteAccess(parts, { by: null, kind: 'keys.sealed', data: { rows } })
}

/** The keys of the ring, the current one last, and those that are missing from it; how much is sealed under each. */
export async function keyUses({ store }: Pick<Parts, 'store'>, ring: KeyRing): Promise<KeyUses> {
  const counts = await store.read.sealing.counts()
  const keys = ring.keys()
  const known = new Set(keys.map(({ id }) => id))
  return {
    keys: keys.map(({ id }, index) => ({
      id,
      current: index === keys.length - 1,
      values: counts.get(id) ?? 0,
    })),
    missing: [...counts]
      .filter(([id]) => id !== '' && !known.has(id))
      .map(([id, values]) => ({ id, values })),
    open: counts.get('') ?? 0,
  }
}

export interface KeyUses {
  readonly keys: readonly KeyUse[]
  /** sealed under keys that are not in the ring: not to be opened until they are back */
  readonly missing: readonly Pick<KeyUse, 'id' | 'values'>[]
  /** how many values lie open */
  readonly open: number
}

/**
 * Puts a new key into the ring and seals everything anew under it, a part at a time, while the office goes on. What is cut
 * off the next run takes up: it adds a key only when nothing is left to be sealed under the current one.
 */
export async function rotateKeys(
  parts: SealingParts,
  ring: ChangingRing,
): Promise<{ key: string; rows: number }> {
  const added = await command(parts, async unit => {
    await unit.sealing.turn()
    const current = ring.keys().at(-1)?.id ?? ''
    const left = [...(await unit.sealing.counts()).keys()].some(id => id !== current)
    return left ? null : ring.add()
  })
  const rows = await sealAnew(parts)
  const key = added ?? ring.keys().at(-1)?.id ?? ''
  await noteAccess(parts, { by: null, kind: 'keys.rotated', data: { key, added: added !== null, rows } })
  return { key, rows }
}

/**
 * Takes the older keys out of the ring.
 * @throws KeysInUseProblem when something is still sealed under one of them; NothingToRetireProblem
 */
export async function retireKeys(parts: SealingParts, ring: ChangingRing): Promise<readonly string[]> {
  const retired = await command(parts, async unit => {
    await unit.sealing.quiet()
    await unit.sealing.turn()
    const older = ring.keys().slice(0, -1)
    if (older.length === 0) throw new NothingToRetireProblem()
    const counts = await unit.sealing.counts()
    const used = older.find(({ id }) => counts.has(id))
    if (used) throw new KeysInUseProblem(used.id, counts.get(used.id) ?? 0)
    return older.map(({ id }) => id)
  })
  // from here on everybody seals under the current key
  ring.remove(retired)
  await noteAccess(parts, { by: null, kind: 'keys.retired', data: { keys: retired } })
  return retired
}

/** Seals everything under the current key that is not. Answers how many rows that were. */
async function sealAnew(parts: SealingParts): Promise<number> {
  let rows = 0
  for (let from: SealCursor | null = { table: 0, after: 0 }; from;) {
    const at: SealCursor = from
    const done = await command(parts, unit => unit.sealing.anew(at, atOnce))
    rows += done.sealed
    from = done.next
  }
  return rows
}
