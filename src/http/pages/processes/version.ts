import { formatInstant } from '../../../calendar/index.js'
import { text } from '../../../catalogue/index.js'
import { caseProcess, type Standing, type VersionPage } from '../../../runtime/index.js'
import { paths, pathTo } from '../../paths.js'
import { field, errorList, type FieldModel } from '../field.js'
import { ledger, type LedgerModel } from '../ledger.js'
import {
  diagram,
  type DiagramModel,
  type DiagramState,
  type GlanceRow,
  type PageHeaderModel,
} from '../parts.js'
import { trialHref } from '../trials/parts.js'
import { versionState } from './list.js'

/** The model of `admin/process`: one version. */
export interface ProcessModel {
  readonly header: PageHeaderModel
  readonly rows: readonly GlanceRow[]
  readonly diagram: DiagramModel
  readonly xml: string
  readonly file: string
  readonly handbook: string
  /** where a made-up case is played through it; null for a process that no case walks */
  readonly trial: string | null
  /** what the rules of today find wrong; null for nothing, as is usual */
  readonly problems: { readonly title: string; readonly messages: readonly string[] } | null
  readonly standing: LedgerModel | null
  readonly compare: {
    readonly action: string
    readonly to: number
    readonly others: readonly { readonly ref: string; readonly label: string }[]
  } | null
  /** for versions that were replaced */
  readonly again: {
    readonly action: string | null
    readonly asDraft: string
    readonly reason: FieldModel
    readonly errors: ReturnType<typeof errorList>
  } | null
}

export function processVersionModel(
  page: VersionPage,
  { reason = '', errors = {} }: { reason?: string; errors?: Readonly<Record<string, string>> } = {},
): ProcessModel {
  const { version, versions, standing, draft, fourEyes, problems } = page
  const { id, name, version: number, key } = version
  const newest = versions[0]?.id === id
  const words = reasonField('process.current.reason', reason, errors)
  return {
    header: {
      title: text('admin.process.title', { name, version: number }),
      what: text(newest ? 'admin.process.what' : 'admin.process.what.old'),
      next: text('process.next'),
      by: null,
      state: versionState(newest),
      crumbs: [{ href: paths.processes, label: text('admin.processes.title') }],
    },
    rows: [
      row('key', key),
      row('deployed', formatInstant(version.deployedAt)),
      row('by', version.deployedByName ?? text('admin.process.shipped')),
      row('reason', version.reason),
      row('running', text('shell.work.count', { count: version.running })),
      row('total', text('shell.work.count', { count: version.total })),
      row('sha', version.sha256.slice(0, 16)),
    ],
    diagram: standingDiagram(id),
    xml: pathTo(paths.definitionXml, { id }),
    file: `${key}-${number}.bpmn`,
    handbook: pathTo(paths.handbook, { id }),
    trial: key === caseProcess ? trialHref(id) : null,
    problems:
      problems.length === 0
        ? null
        : {
            title: text('admin.process.problems', { count: problems.length }),
            messages: problems.map(({ message }) => message),
          },
    standing: standing && standingTable([standing]),
    compare: compareForm(page),
    again: newest
      ? null
      : {
          action: fourEyes ? null : pathTo(paths.processCurrent, { id }),
          asDraft: pathTo(paths.processAsDraft, { id }),
          reason: words,
          errors: errorList([words]),
        },
  }

  function compareForm({ versions: all }: VersionPage): ProcessModel['compare'] {
    const others = all
      .filter(one => one.id !== id)
      .map(one => ({
        ref: String(one.id),
        label: text('admin.process.number', { version: one.version }),
      }))
    const drafts = draft.open ? [{ ref: `draft-${key}`, label: text('compare.show.draft') }] : []
    return others.length + drafts.length === 0
      ? null
      : { action: paths.processCompare, to: id, others: [...drafts, ...others] }
  }
}

/** Why something is put into force; the same field wherever that is asked. */
export function reasonField(
  label: string,
  value: string,
  errors: Readonly<Record<string, string>>,
  help?: string,
): FieldModel {
  return field(
    {
      id: 'reason',
      label: text(label),
      type: 'text',
      required: true,
      rows: 3,
      maxLength: 500,
      choices: [],
      help,
    },
    { values: { reason: value }, errors },
  )
}

/** The diagram with how many stand at each step. */
function standingDiagram(id: number): DiagramModel {
  const plain = diagram(pathTo(paths.definitionXml, { id }), pathTo(paths.processStanding, { id }))
  return {
    ...plain,
    words: { ...plain.words, here: text('process.standing'), standing: text('watch.heat.standing') },
  }
}

/** What the viewer marks: the counts of one version. */
export function standingState(standing: Standing | null): DiagramState {
  return {
    taken: [],
    finished: [],
    standing: (standing?.nodes ?? []).map(({ id, running }) => ({
      id,
      words: text('process.standing.here', { count: running }),
      state: 'ok',
    })),
  }
}

/** How many stand where; with the version in front where there are several. */
export function standingTable(standing: readonly Standing[], withVersion = false): LedgerModel | null {
  const rows = standing.flatMap(({ version, nodes }) =>
    nodes.map(({ name, running }) => [
      ...(withVersion ? [text('admin.process.number', { version })] : []),
      name,
      String(running),
    ]),
  )
  if (rows.length === 0) return null
  const columns = [
    ...(withVersion ? [{ label: text('deploy.standing.version') }] : []),
    { label: text('process.standing.activity') },
    { label: text('process.standing.running'), numeric: true },
  ]
  return ledger(null, columns, rows)
}

function row(name: string, value: string | null): GlanceRow {
  return { label: text(`admin.process.${name}`), value, href: null, masked: null }
}
