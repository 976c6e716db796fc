import { formatInstant } from '../../../calendar/index.js'
import { text } from '../../../catalogue/index.js'
import { caseProcess, type ProcessesPage } from '../../../runtime/index.js'
import { paths, pathTo } from '../../paths.js'
import { ledger, type LedgerModel } from '../ledger.js'
import type { LinkModel, PageHeaderModel } from '../parts.js'
import { state, type StateModel } from '../state.js'
import { trialHref } from '../trials/parts.js'

type Process = ProcessesPage['processes'][number]
type Version = Process['versions'][number]

/** The model of `admin/processes`. */
export interface ProcessesModel {
  readonly header: PageHeaderModel
  readonly importHref: string
  readonly processes: readonly ProcessCard[]
  readonly rules: {
    readonly action: string
    readonly on: boolean
    readonly state: StateModel
  }
}

interface ProcessCard {
  readonly key: string
  readonly name: string
  readonly inForce: string
  readonly links: readonly LinkModel[]
  readonly edit: string
  readonly draft: DraftCard | null
  readonly table: LedgerModel
}

interface DraftCard {
  readonly state: StateModel
  readonly saved: string
  readonly notes: readonly string[]
  readonly deploy: LinkModel
}

export function processesModel({ processes, fourEyes }: ProcessesPage): ProcessesModel {
  return {
    header: {
      title: text('admin.processes.title'),
      what: text('admin.processes.what'),
      next: text('admin.processes.next'),
      by: null,
    },
    importHref: paths.processImport,
    processes: processes.map(cardOf),
    rules: {
      action: paths.processRules,
      on: fourEyes,
      state: state(fourEyes ? 'met' : 'closed', text(`processes.fourEyes.${fourEyes ? 'on' : 'off'}`)),
    },
  }
}

function cardOf({ key, name, versions, draft }: Process): ProcessCard {
  const [newest, before] = versions
  return {
    key,
    name,
    inForce:
      newest === undefined
        ? text('processes.never')
        : text('processes.inForce', {
            version: newest.version,
            when: formatInstant(newest.deployedAt),
            running: versions.reduce((sum, { running }) => sum + running, 0),
          }),
    edit: pathTo(paths.processEdit, { key }),
    links: [
      ...(newest
        ? [{ href: pathTo(paths.handbook, { id: newest.id }), label: text('process.handbook') }]
        : []),
      ...(newest && before
        ? [{ href: compareHref(before.id, newest.id), label: text('processes.compare') }]
        : []),
      { href: pathTo(paths.processHistory, { key }), label: text('processes.draft.history') },
      ...(key === caseProcess && (draft ?? newest)
        ? [{ href: trialHref(draft ? `draft-${key}` : (newest?.id ?? 0)), label: text('trial.link') }]
        : []),
    ],
    draft: draft && draftCard(draft),
    table: ledger(null, columns(), versions.map(cells)),
  }
}

function draftCard(draft: NonNullable<Process['draft']>): DraftCard {
  const { key, base, inForce, waiting, savedAt, savedByName } = draft
  const notes = [
    ...(inForce === null ? [text('processes.draft.fresh')] : []),
    ...(base && inForce && base.id !== inForce.id
      ? [text('processes.draft.from', { version: base.version, now: inForce.version })]
      : []),
    ...(waiting
      ? [
          text('processes.draft.waiting.by', {
            by: waiting.proposedByName,
            when: formatInstant(waiting.proposedAt),
            reason: waiting.reason,
          }),
        ]
      : []),
  ]
  return {
    state: waiting
      ? state('yellow', text('processes.draft.waiting'))
      : state('provisional', text('processes.draft')),
    saved: text('processes.draft.saved', {
      by: savedByName ?? text('runtime.someone'),
      when: savedAt === null ? '' : formatInstant(savedAt),
    }),
    notes,
    deploy: {
      href: pathTo(paths.processDeploy, { key }),
      label: text(waiting ? 'processes.draft.decide' : 'processes.draft.deploy'),
    },
  }
}

/** The page that compares two versions, drafts or kept revisions. */
export function compareHref(from: string | number, to: string | number): string {
  return `${paths.processCompare}?${new URLSearchParams({ from: String(from), to: String(to) }).toString()}`
}

function columns() {
  return [
    { label: text('admin.process.version') },
    { label: text('admin.process.state') },
    { label: text('admin.process.deployed') },
    { label: text('admin.process.by') },
    { label: text('admin.process.reason') },
    { label: text('admin.process.running'), numeric: true },
    { label: text('admin.process.total'), numeric: true },
  ]
}

function cells(one: Version, index: number) {
  return [
    {
      text: text('admin.process.number', { version: one.version }),
      href: pathTo(paths.process, { id: one.id }),
    },
    { state: versionState(index === 0) },
    formatInstant(one.deployedAt),
    one.deployedByName ?? text('admin.process.shipped'),
    one.reason ?? text('shell.none'),
    String(one.running),
    String(one.total),
  ]
}

export function versionState(inForce: boolean): StateModel {
  return inForce
    ? state('met', text('admin.process.inForce'))
    : state('closed', text('admin.process.replaced'))
}
