import type { Actor } from '../../casework/actor.js'
import type { Page, TrailCursor, TrailFilter, TrailHead, TrailLine } from '../../store/index.js'
import { noteAccess } from '../accesses.js'
import type { Parts } from '../parts.js'

/** 审计 as a page shows it. */
export interface TrailPage {
  readonly lines: Page<TrailLine, TrailCursor>
  /** who can be asked for */
  readonly people: readonly { readonly id: number; readonly name: string }[]
  /** how long the chain is now */
  readonly length: number
  readonly head: TrailHead | null
}

/** What was done and looked at, the newest first, and how far it was signed. */
export async function trailPage(
  { store }: Pick<Parts, 'store'>,
  actor: Actor,
  filter: TrailFilter,
  after: TrailCursor | null,
): Promise<TrailPage> {
  const accounts = await store.read.accounts.all()
  return {
    lines: await store.views.trailLines(filter, { after, limit: 50 }),
    people: accounts.map(({ id, displayName }) => ({ id, name: displayName })),
    length: (await store.read.trail.last())?.position ?? 0,
    head: await store.read.trail.lastHead(),
  }
}

/** The newest signed end of the chain; null before the first. */
export function lastTrailHead({ store }: Pick<Parts, 'store'>): Promise<TrailHead | null> {
  return store.read.trail.lastHead()
}

/** Everything that the filter finds, page by page; that it was taken away is in the trail before the first line is. */
export async function exportTrail(
  parts: Pick<Parts, 'store' | 'clock'>,
  actor: Actor,
  filter: TrailFilter,
): Promise<AsyncIterable<TrailLine>> {
  await noteAccess(parts, { by: actor, kind: 'export.trail', data: { ...filter } })
  return allLines(parts, filter)
}

async function* allLines({ store }: Pick<Parts, 'store'>, filter: TrailFilter): AsyncGenerator<TrailLine> {
  for (let after: TrailCursor | null = null; ;) {
    const { rows, next }: Page<TrailLine, TrailCursor> = await store.views.trailLines(filter, {
      after,
      limit: 1_000,
    })
    yield* rows
    if (next === null) return
    after = next
  }
}
