import type { Instant } from '../../clock.js'

/** What people mean to do, by when. */
export interface Agenda {
  readonly add: (at: Instant, act: () => Promise<void>) => void
  /** When the first of it is to be done; null when there is nothing left. */
  readonly next: () => Instant | null
  /** Takes the first of what is to be done by now. */
  readonly take: (now: Instant) => (() => Promise<void>) | null
}

/** An empty agenda; of two things at the same instant the one that was added first comes first. */
export function createAgenda(): Agenda {
  const items: { readonly at: Instant; readonly act: () => Promise<void> }[] = []
  return {
    add(at, act) {
      const later = items.findIndex(item => item.at > at)
      items.splice(later < 0 ? items.length : later, 0, { at, act })
    },
    next: () => items[0]?.at ?? null,
    take: now => (items[0] !== undefined && items[0].at <= now ? (items.shift()?.act ?? null) : null),
  }
}
