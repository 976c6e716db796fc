import { formatInstant } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { processPage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel } from './ledger.js'
import { diagram, type DiagramModel, type GlanceRow, type PageHeaderModel } from './parts.js'
import { state } from './state.js'

type Version = Awaited<ReturnType<typeof processPage>>[number]

/** The model of `admin/processes`. */
export interface ProcessesModel {
  readonly header: PageHeaderModel
  readonly processes: readonly { readonly key: string; readonly name: string; readonly table: LedgerModel }[]
}

/** The model of `admin/process`: one version. */
export interface ProcessModel {
  readonly header: PageHeaderModel
  readonly rows: readonly GlanceRow[]
  readonly diagram: DiagramModel
  readonly xml: string
  readonly file: string
}

export function processesPage(versions: readonly Version[]): ProcessesModel {
  const keys = [...new Set(versions.map(({ key }) => key))]
  return {
    header: {
      title: text('admin.processes.title'),
      what: text('admin.processes.what'),
      next: text('admin.processes.next'),
      by: null,
    },
    processes: keys.map(key => {
      const ofKey = versions.filter(one => one.key === key)
      return { key, name: ofKey[0]?.name ?? key, table: ledger(null, columns(), ofKey.map(cells)) }
    }),
  }
}

export function processVersionPage(version: Version, newest: boolean): ProcessModel {
  const { id, name, version: number } = version
  return {
    header: {
      title: text('admin.process.title', { name, version: number }),
      what: text(newest ? 'admin.process.what' : 'admin.process.what.old'),
      next: text('admin.process.next'),
      by: null,
      state: newest
        ? state('met', text('admin.process.inForce'))
        : state('closed', text('admin.process.replaced')),
      crumbs: [{ href: paths.processes, label: text('admin.processes.title') }],
    },
    rows: [
      row('key', version.key),
      row('deployed', formatInstant(version.deployedAt)),
      row('by', version.deployedByName ?? text('admin.process.shipped')),
      row('reason', version.reason),
      row('running', text('shell.work.count', { count: version.running })),
      row('total', text('shell.work.count', { count: version.total })),
      row('sha', version.sha256.slice(0, 16)),
    ],
    diagram: diagram(pathTo(paths.definitionXml, { id }), null),
    xml: pathTo(paths.definitionXml, { id }),
    file: `${version.key}-${number}.bpmn`,
  }
}

function row(name: string, value: string | null): GlanceRow {
  return { label: text(`admin.process.${name}`), value, href: null, masked: null }
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
    {
      state:
        index === 0
          ? state('met', text('admin.process.inForce'))
          : state('closed', text('admin.process.replaced')),
    },
    formatInstant(one.deployedAt),
    one.deployedByName ?? text('admin.process.shipped'),
    one.reason ?? text('shell.none'),
    String(one.running),
    String(one.total),
  ]
}
