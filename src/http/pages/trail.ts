import { formatInstant } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { maskText } from '../../casework/masking.js'
import { hasRight } from '../../casework/rights.js'
import { hasText, text } from '../../catalogue/index.js'
import { findingWords, type TrailLine, type TrailPage, type TrailVerdict } from '../../runtime/index.js'
import { writeCursor } from '../forms/cursor.js'
import { trailAddress, trailAreas, type TrailQuery } from '../forms/trail-query.js'
import { paths, pathTo } from '../paths.js'
import type { EmptyStateModel, PageHeaderModel, PaginationModel } from './parts.js'

/** The model of `admin/trail`. */
export interface TrailModel {
  readonly header: PageHeaderModel
  readonly filters: {
    readonly people: readonly ChoiceModel[]
    readonly areas: readonly ChoiceModel[]
    readonly from: string
    readonly to: string
    readonly number: string
    readonly clear: string | null
  }
  /** with the way to the case, for who may see cases: the auditor sees what was done, not the cases */
  readonly rows: readonly (TrailRow & { readonly caseHref: string | null })[]
  readonly pages: PaginationModel
  readonly empty: EmptyStateModel | null
  readonly first: string | null
  readonly csv: string
  readonly seal: { readonly words: string; readonly head: string | null; readonly headFile: string | null }
  readonly verdict: {
    readonly intact: boolean
    readonly words: string
    readonly findings: readonly string[]
  } | null
}

interface ChoiceModel {
  readonly value: string
  readonly label: string
  readonly chosen: boolean
}

/** One line as it is shown and exported. */
export interface TrailRow {
  readonly at: string
  readonly who: string
  readonly what: string
  readonly caseNumber: string | null
  readonly detail: string
}

export function trailModel(
  page: TrailPage,
  query: TrailQuery,
  {
    after,
    verdict,
    reader,
  }: { readonly after: boolean; readonly verdict: TrailVerdict | null; readonly reader: Actor },
): TrailModel {
  const { lines, people, length, head } = page
  const asked = Object.values(query).some(value => value !== null && value !== '')
  return {
    header: { title: text('trail.title'), what: text('trail.what'), next: text('trail.next'), by: null },
    filters: {
      people: people.map(({ id, name }) => ({ value: String(id), label: name, chosen: id === query.who })),
      areas: trailAreas.map(value => ({
        value,
        label: text(`trail.area.${value}`),
        chosen: value === query.what,
      })),
      from: query.from ?? '',
      to: query.to ?? '',
      number: query.number,
      clear: asked ? paths.trail : null,
    },
    rows: lines.rows.map(line => ({
      ...trailRow(line),
      caseHref:
        line.caseNumber !== null && hasRight(reader, 'case.see')
          ? pathTo(paths.case, { number: line.caseNumber })
          : null,
    })),
    pages: {
      shown: text('trail.shown', { count: lines.rows.length }),
      previous: null,
      next: lines.next && trailAddress(paths.trail, query, { after: writeCursor({ ...lines.next }) }),
    },
    empty:
      lines.rows.length === 0
        ? { title: text('trail.empty.title'), why: text('trail.empty.why'), action: null }
        : null,
    first: after ? trailAddress(paths.trail, query) : null,
    csv: trailAddress(paths.trailCsv, query),
    seal: {
      words: head
        ? text('trail.sealed', { length, position: head.position, at: formatInstant(head.at) })
        : text('trail.notSealed', { length }),
      head: head && JSON.stringify(head),
      headFile: head && paths.trailHead,
    },
    verdict: verdict && {
      intact: verdict.found === 0,
      words: text(verdict.found === 0 ? 'trail.verdict.intact' : 'trail.verdict.found', {
        rows: verdict.rows,
        found: verdict.found,
        heads: verdict.heads,
        erased: verdict.erased > 0 ? text('trail.verdict.erased', { erased: verdict.erased }) : '',
      }),
      findings: verdict.findings.slice(0, 50).map(findingWords),
    },
  }
}

/** A line in words. What people wrote is shown without the numbers that could be in it. */
export function trailRow({
  at,
  actorName,
  kind,
  caseNumber,
  activity,
  address,
  data,
  reason,
}: TrailLine): TrailRow {
  const sentence = `trail.kind.${kind}`
  const area = `trail.area.${kind.split('.')[0] ?? ''}`
  const words = reason ?? data?.reason ?? data?.title
  return {
    at: formatInstant(at),
    who: actorName ?? text('trail.nobody'),
    what: hasText(sentence) ? text(sentence) : text(hasText(area) ? area : 'history.other'),
    caseNumber,
    detail: [
      activity ?? '',
      typeof words === 'string' ? maskText(words) : '',
      address === null ? '' : text('trail.address', { address }),
    ]
      .filter(part => part !== '')
      .join(' · '),
  }
}
