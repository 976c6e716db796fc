import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Clock } from '../clock.js'
import { learningAdvance } from '../engine/index.js'
import type { Advance } from '../engine/index.js'
import { createFiles, type Files } from '../files/index.js'
import { ContactKeysLostProblem } from '../casework/setup-problem.js'
import { closeDatabase, contactKeys, createStore, migrate, openDatabase } from '../store/index.js'
import type { DatabaseTarget, KeyRing, Store, TrailKey } from '../store/index.js'
import { createCalendars } from './calendars.js'
import { catchUp } from './catch-up.js'
import { createDefinitions } from './definitions.js'
import type { CompiledTexts } from './definitions.js'
import type { Parts } from './parts.js'
import { createProgress } from './progress.js'

/** What several houses of one program may share: what was learnt of the diagrams is true for all of them. */
export interface Learnt {
  readonly advance?: Advance
  readonly texts?: CompiledTexts
}

/** Builds what every use case is made of. `advance` is the learning one unless a test wants the engine alone. */
export function createParts({
  store,
  files,
  clock,
  advance = learningAdvance(),
  texts,
}: { store: Store; files: Files; clock: Clock } & Learnt): Parts {
  return {
    store,
    files,
    clock,
    advance,
    definitions: createDefinitions(id => store.read.definitions.byId(id), texts),
    calendars: createCalendars(),
    progress: createProgress(),
  }
}

/** A ring of keys that is made when there is none. */
export interface OpeningRing extends KeyRing {
  readonly file: string
  exists(): boolean
  make(): void
}

/**
 * Opens a database, brought up to date, and builds the use cases on it.
 * @param trailKey links the audit trail; left out where the database is thrown away
 * @param ring has the keys of contact fields; left out where the database is in memory
 * @throws ContactKeysLostProblem, SealKeyMissingProblem, SealBrokenProblem when the ring is not this database’s
 */
export async function openPartsOn(
  target: DatabaseTarget,
  {
    files,
    clock,
    trailKey,
    ring,
    ...learnt
  }: { files: Files; clock: Clock; trailKey?: TrailKey; ring?: OpeningRing } & Learnt,
): Promise<Parts> {
  const database = await openDatabase(target, ring && contactKeys(ring))
  try {
    await migrate(database, trailKey)
    const parts = createParts({ store: createStore(database, trailKey), files, clock, ...learnt })
    if (ring) await holdRing(parts.store, ring)
    await catchUp(parts)
    return parts
  } catch (error) {
    await closeDatabase(database)
    throw error
  }
}

/** A lost ring is told, not replaced; one of another database is told now and not on every page. */
async function holdRing({ read }: Store, ring: OpeningRing): Promise<void> {
  if (ring.exists()) await read.sealing.try()
  else if ([...(await read.sealing.counts()).keys()].some(id => id !== ''))
    throw new ContactKeysLostProblem(ring.file)
  else ring.make()
}

/** The same on a database in memory, which is gone when it is closed: for what is only tried out. */
export function openFleetingParts(clock: Clock, learnt?: Learnt): Promise<Parts> {
  const folder = path.join(tmpdir(), `bandecheng-${process.pid}`) // made only if something is put into it
  return openPartsOn(
    { file: ':memory:' },
    { files: createFiles(folder, { clock, scan: null }), clock, ...learnt },
  )
}
