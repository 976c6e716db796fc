import { text } from '../../catalogue/index.js'
import { quarterLabel } from '../quarter.js'
import type { BreakdownRow } from './breakdown.js'
import type { DraftInput } from './draft-input.js'
import type { ComparedQuarter } from './quarter-figures.js'

/** 总体情况: what came, against before, from where, what was carried over. */
export function overviewSection({ figures }: DraftInput): string[] {
  const { counts, by, against } = figures
  const changes = [
    changeAgainst('previous', counts.received, against?.previous ?? null),
    changeAgainst('yearBefore', counts.received, against?.yearBefore ?? null),
  ].filter(change => change !== '')
  const quarter = quarterLabel(figures.quarter)
  const change = changes.map(each => `，${each}`).join('')
  const paragraphs = [
    counts.received === 0
      ? text('draft.overview.nothing', { quarter, change })
      : text('draft.overview.received', { ...counts, quarter, change }),
  ]
  if (counts.consultations > 0) paragraphs.push(text('draft.overview.consultations', counts))
  paragraphs.push(text('draft.overview.carried', counts))
  if (counts.received > 0) {
    paragraphs.push(
      text('draft.overview.by', {
        places: listed(by.place),
        channels: listed(by.channel),
        kinds: listed(by.reporterKind),
      }),
    )
  }
  if (counts.manyVisits > 0) paragraphs.push(text('draft.overview.manyVisits', counts))
  return paragraphs
}

/** 食品经营许可5件、居住证签注2件: the parts that received something. */
export function listed(rows: readonly BreakdownRow[], most = rows.length): string {
  return rows
    .filter(row => row.received > 0)
    .slice(0, most)
    .map(row => text('draft.counted', { label: row.label, count: row.received }))
    .join('、')
}

/** 较上季度增加3件（25.0%）; empty when there is nothing to compare with. */
function changeAgainst(which: 'previous' | 'yearBefore', now: number, then: ComparedQuarter | null): string {
  if (then === null) return ''
  const before = then.counts.received
  const since = text(`draft.since.${which}`)
  if (now === before) return text('draft.change.same', { since })
  const count = Math.abs(now - before)
  const share = before === 0 ? '' : text('draft.change.share', { share: ((100 * count) / before).toFixed(1) })
  return text(now > before ? 'draft.change.more' : 'draft.change.fewer', { since, count, share })
}
