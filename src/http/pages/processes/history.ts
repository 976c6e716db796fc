import { formatInstant } from '../../../calendar/index.js'
import { text } from '../../../catalogue/index.js'
import type { DraftHistory } from '../../../runtime/index.js'
import { paths, pathTo } from '../../paths.js'
import { ledger, type LedgerModel } from '../ledger.js'
import type { EmptyStateModel, PageHeaderModel } from '../parts.js'
import { compareHref } from './list.js'
import { state, type StateModel } from '../state.js'

/** The model of `admin/draft-history`: what was saved, and what was proposed. */
export interface DraftHistoryModel {
  readonly header: PageHeaderModel
  readonly empty: EmptyStateModel | null
  readonly revisions: readonly RevisionRow[]
  readonly discard: { readonly action: string; readonly revision: number } | null
  readonly restore: string | null
  readonly proposals: LedgerModel | null
  readonly events: LedgerModel | null
}

interface RevisionRow {
  readonly id: number
  readonly title: string
  readonly meta: string
  readonly state: StateModel | null
  readonly compare: string | null
  readonly xml: string
  readonly file: string
  readonly current: boolean
}

export function draftHistoryModel({
  key,
  name,
  open,
  revision: now,
  waiting,
  inForceId,
  revisions,
  proposals,
  events,
}: DraftHistory): DraftHistoryModel {
  return {
    header: {
      title: text('draft.history.title', { name }),
      what: text('draft.history.what', { count: 50 }),
      next: revisions.length > 0 ? text('draft.history.next') : null,
      by: null,
      crumbs: [{ href: paths.processes, label: text('admin.processes.title') }],
    },
    empty:
      revisions.length > 0
        ? null
        : {
            title: text('draft.history.empty.title'),
            why: text('draft.history.empty.why'),
            action: { href: pathTo(paths.processEdit, { key }), label: text('processes.edit') },
          },
    revisions: revisions.map(({ id, revision, kind, savedAt, savedByName }, index) => {
      const current = open && index === 0
      return {
        id,
        title: text('draft.history.number', { number: revision }),
        meta: [
          savedByName ?? text('runtime.someone'),
          formatInstant(savedAt),
          text(`draft.history.kind.${kind}`),
        ].join(' · '),
        state: current ? state('provisional', text('draft.history.current')) : null,
        compare: inForceId === null ? null : compareHref(inForceId, `revision-${id}`),
        xml: pathTo(paths.revisionXml, { id }),
        file: `${key}-draft-${revision}.bpmn`,
        current,
      }
    }),
    discard: open && !waiting ? { action: pathTo(paths.processDiscard, { key }), revision: now } : null,
    restore: waiting ? null : pathTo(paths.processRestore, { key }),
    proposals: proposalTable(proposals),
    events: eventTable(events),
  }
}

function proposalTable(proposals: DraftHistory['proposals']): LedgerModel | null {
  if (proposals.length === 0) return null
  const columns = ['when', 'by', 'reason', 'decision', 'decided'].map(name => ({
    label: text(`draft.history.proposal.${name}`),
  }))
  const rows = proposals.map(one => [
    formatInstant(one.proposedAt),
    one.proposedByName,
    one.reason,
    { state: decisionState(one.decision) },
    decidedWords(one),
  ])
  return ledger(null, columns, rows)
}

function eventTable(events: DraftHistory['events']): LedgerModel | null {
  if (events.length === 0) return null
  const columns = ['when', 'what', 'by', 'reason'].map(name => ({
    label: text(`draft.history.event.${name}`),
  }))
  return ledger(
    null,
    columns,
    events.map(({ at, kind, actorName, data }) => [
      formatInstant(at),
      text(`draft.history.event.${kind}`, { version: data?.version ?? '', on: onWord(data?.on) }),
      actorName ?? text('admin.process.shipped'),
      typeof data?.reason === 'string' ? data.reason : text('shell.none'),
    ]),
  )
}

function onWord(on: unknown): string {
  return text(on === true ? 'draft.history.event.on' : 'draft.history.event.off')
}

function decisionState(decision: 'approved' | 'returned' | 'withdrawn' | null): StateModel {
  const kind = decision === null ? 'yellow' : decision === 'approved' ? 'met' : 'closed'
  return state(kind, text(`draft.history.decision.${decision ?? 'waiting'}`))
}

function decidedWords({
  decidedAt,
  decidedByName,
  decisionReason,
}: DraftHistory['proposals'][number]): string {
  if (decidedAt === null) return text('shell.none')
  const by = decidedByName ?? text('runtime.someone')
  const when = formatInstant(decidedAt)
  return decisionReason === null
    ? text('draft.history.decidedBy', { by, when })
    : text('draft.history.decidedBy.reason', { by, when, reason: decisionReason })
}
