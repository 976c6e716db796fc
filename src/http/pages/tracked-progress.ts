import { labelOf } from '../../casework/choice.js'
import { OUTCOMES } from '../../casework/outcome.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { Tracked } from '../../runtime/index.js'
import { deadlineLedger } from './deadline-ledger.js'
import type { TimelineEntry } from './timeline.js'

/** The way of a case as its citizen sees it: what was done, where it stands, what comes. */
export function progressOf(tracked: Tracked): TimelineEntry[] {
  const { registeredAt, causeConfirmedAt, supplements, reply, feedback, outcome, ending } = tracked
  const done = [
    entry('done', said('registered'), registeredAt),
    ...supplements.map(({ at, words, files }) => ({
      ...entry('note', said('supplemented'), at),
      note: [words || null, files && text('history.files', { files })].filter(Boolean).join('\n'),
    })),
    ...(causeConfirmedAt ? [entry('done', said('confirmed'), causeConfirmedAt)] : []),
    ...(reply ? [entry('done', said('replied'), reply.at)] : []),
    ...(feedback ? [entry('done', said('fedBack'), feedback.at)] : []),
    ...timeChanges(tracked),
  ].sort((one, other) => compare(one.at, other.at))
  if (ending) {
    const note = outcome === null ? null : said('outcome', { outcome: labelOf(OUTCOMES, outcome) })
    return [...done, { ...entry('done', ending.name, ending.at), note }]
  }
  const here = placesOf(tracked).map(({ name, who }) => ({ ...entry('now', name, null), who }))
  return [...done, ...here, ...toCome(tracked).map(name => entry('next', said(name), null))]
}

/** What changed the promised day, in the office's name. */
function timeChanges({ promises }: Tracked): TimelineEntry[] {
  return promises.flatMap(({ ledger }) =>
    ledger
      .filter(({ kind }) => kind !== 'armed')
      .map(change => {
        const [row] = deadlineLedger([change], 'citizen')
        const note = [row?.moved, row?.why].filter(Boolean).join('\n')
        return { ...entry('note', said(`time.${change.kind}`), change.at), note }
      }),
  )
}

/** Where it stands and who has it, as a sentence: 原因分析，由区政管办办理. */
export function stepsInWords(tracked: Tracked): string {
  return placesOf(tracked)
    .map(({ name, who }) => text('track.case.next.step', { name, who }))
    .join('；')
}

/** The supervisor's tasks watch over the others'; where there are others they are nobody's business outside. */
function placesOf({ steps, departmentName }: Tracked): { name: string; who: string }[] {
  const others = steps.filter(({ who }) => who !== 'supervisor')
  return (others.length > 0 ? others : steps).map(({ name, who }) => ({
    name,
    who:
      who === 'liaison' && departmentName !== null ? departmentName : text(`track.who.${who ?? 'officer'}`),
  }))
}

function toCome({ steps, causeConfirmedAt, promises }: Tracked): string[] {
  if (steps.some(({ who }) => who === 'clerk')) return ['analyse', 'resolve', 'follow']
  if (causeConfirmedAt === null || promises.length === 0) return ['resolve', 'follow']
  return promises.some(({ closedAt }) => closedAt === null) ? ['follow'] : []
}

function entry(kind: TimelineEntry['kind'], what: string, at: Instant | null): TimelineEntry {
  return { kind, what, at, who: null, note: null, facts: [] }
}

function said(name: string, values?: Readonly<Record<string, unknown>>): string {
  return text(`track.progress.${name}`, values)
}

function compare(one: string | null, other: string | null): number {
  return (one ?? '') < (other ?? '') ? -1 : 1
}
