import { text } from '../../catalogue/index.js'
import type { ItemPage } from '../../runtime/index.js'
import type { TimelineEntry } from './timeline.js'

type Entry = ItemPage['entries'][number]

/** What happened to an item, the newest first. */
export function itemHistory(entries: readonly Entry[]): readonly TimelineEntry[] {
  return entries.map(entry => line(entry, what(entry)))
}

/** The editions of its guide, the newest first. */
export function guideHistory(entries: readonly Entry[]): readonly TimelineEntry[] {
  return entries
    .filter(({ kind }) => kind === 'guide')
    .map(entry => line(entry, entry.data.version ?? text('item.guide.noVersion'), entry.data.url))
}

function line({ at, byName, kind }: Entry, said: string, note: string | null = null): TimelineEntry {
  return {
    kind: 'done',
    what: said,
    at,
    who: byName ?? (kind === 'met' ? text('item.entry.report') : null),
    note,
    facts: [],
  }
}

function what({ kind, data }: Entry): string {
  switch (kind) {
    case 'merged':
      return text(data.into === undefined ? 'item.entry.mergedFrom' : 'item.entry.mergedInto', data)
    case 'guide': {
      const parts = [data.version, data.url].filter(part => part !== null && part !== undefined)
      return text('item.entry.guide', { guide: parts.join(' ') || text('items.guide.none') })
    }
    default:
      return text(`item.entry.${kind}`, data)
  }
}
