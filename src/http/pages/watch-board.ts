import { formatInstant } from '../../calendar/index.js'
import { isRole, roleLabel } from '../../casework/role.js'
import { quarterLabel } from '../../casework/quarter.js'
import { text } from '../../catalogue/index.js'
import type { watch } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel } from './ledger.js'
import {
  diagram,
  type DiagramModel,
  type DiagramState,
  type EmptyStateModel,
  type FigureTileModel,
  type PageHeaderModel,
} from './parts.js'
import { state, type StateModel } from './state.js'

type Board = Awaited<ReturnType<typeof watch>>
type Watched = Board['red'][number]

/** The model of `watch/board`. */
export interface WatchModel {
  readonly header: PageHeaderModel
  readonly figures: readonly FigureTileModel[]
  readonly sections: readonly WatchSection[]
  readonly unassigned: { readonly count: number; readonly rows: readonly UnassignedRow[] }
  readonly quiet: EmptyStateModel | null
  readonly byDepartment: LedgerModel
  readonly byPlace: LedgerModel
  readonly diagrams: readonly {
    readonly name: string
    readonly diagram: DiagramModel
    readonly table: LedgerModel
  }[]
}

interface WatchSection {
  readonly id: string
  readonly title: string
  readonly count: number
  readonly rows: readonly WatchRow[]
}

interface WatchRow {
  readonly id: string
  readonly href: string
  readonly number: string
  readonly item: string
  readonly what: string
  readonly who: string
  readonly state: StateModel
  readonly due: string
  readonly urged: string | null
  readonly press: { readonly action: string; readonly message: string } | null
}

interface UnassignedRow {
  readonly href: string
  readonly name: string
  readonly item: string
  readonly number: string
  readonly who: string
  readonly since: string
}

export function watchPage(board: Board): WatchModel {
  const { red, yellow, unassigned } = board
  const dueSoon = new Set(yellow.map(one => one.id))
  const today = board.today.filter(one => !dueSoon.has(one.id))
  const sections = [
    section('red', red, 'red'),
    section('yellow', yellow, 'yellow'),
    section('today', today, 'ok'),
  ].filter(({ count }) => count > 0)
  return {
    header: headerOf(board),
    figures: [
      tile('red', red.length, red.length > 0 ? 'red' : null),
      tile('yellow', yellow.length, yellow.length > 0 ? 'yellow' : null),
      tile('today', board.today.length, null),
      tile('unassigned', unassigned.length, null),
    ],
    sections,
    unassigned: { count: unassigned.length, rows: unassigned.map(unassignedRow) },
    quiet:
      sections.length === 0
        ? { title: text('watch.quiet.title'), why: text('watch.quiet.why'), action: null }
        : null,
    byDepartment: load('department', board.byDepartment),
    byPlace: load('place', board.byPlace),
    diagrams: board.definitions.map(({ id, key, name }) => ({
      name,
      diagram: heatDiagram(id),
      table: heatTable(board, key),
    })),
  }
}

/** The counts of the open tasks, for the viewer. */
export function heatState(board: Board, definitionId: number): DiagramState {
  const key = board.definitions.find(({ id }) => id === definitionId)?.key
  return {
    taken: [],
    finished: [],
    standing: board.heat
      .filter(line => line.definitionKey === key)
      .map(({ activityId, open, red }) => ({
        id: activityId,
        words: red > 0 ? text('watch.heat.red', { open, red }) : text('watch.heat', { open }),
        state: red > 0 ? 'red' : 'ok',
      })),
  }
}

function headerOf({ red, yellow, now }: Board): PageHeaderModel {
  const [first] = [...red, ...yellow]
  return {
    title: text('watch.title'),
    what: text('watch.what', { now: formatInstant(now) }),
    next:
      first === undefined
        ? text('watch.next.none')
        : text(red.length > 0 ? 'watch.next.red' : 'watch.next.yellow', {
            count: red.length > 0 ? red.length : yellow.length,
            item: first.itemName ?? first.name,
          }),
    by: yellow[0] === undefined ? null : text('watch.by', { when: formatInstant(yellow[0].dueAt) }),
  }
}

function tile(name: string, count: number, kind: FigureTileModel['state']): FigureTileModel {
  return {
    label: text(`watch.tile.${name}`),
    value: String(count),
    unit: text('watch.unit'),
    note: text(`watch.tile.${name}.note`),
    href: count > 0 ? `#watch-${name}` : null,
    state: kind,
  }
}

function section(name: string, lines: readonly Watched[], kind: StateModel['kind']): WatchSection {
  const shown = kind === 'ok' ? state('ok', text('tasks.state.today')) : state(kind)
  return {
    id: `watch-${name}`,
    title: text(`watch.section.${name}`),
    count: lines.length,
    rows: lines.map(line => watchRow(line, shown)),
  }
}

function watchRow(line: Watched, shown: StateModel): WatchRow {
  const { caseNumber, dueAt, name, urged } = line
  const when = formatInstant(dueAt)
  const words = shown.kind === 'red' ? 'watch.press.passed' : 'watch.press.due'
  return {
    id: String(line.id),
    href: caseNumber === null ? paths.reports : pathTo(paths.case, { number: caseNumber }),
    number: caseNumber ?? line.quarter ?? '',
    item: line.itemName ?? text('tasks.report', { quarter: quarterLabel(line.quarter ?? '') }),
    what: name,
    who: [line.departmentName, line.taskName, line.assigneeName ?? text('shell.work.unclaimed')]
      .filter(Boolean)
      .join(' · '),
    state: shown,
    due: text(shown.kind === 'red' ? 'watch.passed' : 'shell.deadline.due', { when }),
    urged: urged > 0 ? text('watch.urged', { count: urged }) : null,
    press:
      caseNumber === null
        ? null
        : {
            action: pathTo(paths.caseSupervision, { number: caseNumber }),
            message: text(words, { name, when }),
          },
  }
}

function unassignedRow(task: Board['unassigned'][number]): UnassignedRow {
  const { candidateGroup, departmentName } = task
  const role = isRole(candidateGroup) ? roleLabel(candidateGroup) : (candidateGroup ?? '')
  return {
    href:
      task.caseNumber === null
        ? pathTo(paths.task, { id: task.id })
        : pathTo(paths.case, { number: task.caseNumber }),
    name: task.name,
    item: task.itemName ?? '',
    number: task.caseNumber ?? '',
    who: candidateGroup === 'liaison' ? (departmentName ?? role) : role,
    since: text('watch.since', { when: formatInstant(task.openedAt) }),
  }
}

function load(by: 'department' | 'place', lines: Board['byDepartment']): LedgerModel {
  const columns = [
    { label: text(`watch.load.${by}`) },
    { label: text('watch.load.open'), numeric: true },
    { label: text('watch.load.yellow'), numeric: true },
    { label: text('watch.load.red'), numeric: true },
  ]
  const rows = lines.map(({ id, name, open, yellow, red }) => [
    {
      text: name ?? text('case.department.unknown'),
      href:
        by === 'department' && id !== null
          ? `${paths.cases}?status=open&department=${id}`
          : `${paths.cases}?status=open`,
    },
    String(open),
    String(yellow),
    String(red),
  ])
  return ledger(null, columns, rows)
}

function heatDiagram(id: number): DiagramModel {
  const plain = diagram(pathTo(paths.definitionXml, { id }), pathTo(paths.watchHeat, { id }))
  return {
    ...plain,
    words: { ...plain.words, here: text('watch.heat.here'), standing: text('watch.heat.standing') },
  }
}

function heatTable({ heat }: Board, key: string): LedgerModel {
  const columns = [
    { label: text('watch.heat.activity') },
    { label: text('watch.load.open'), numeric: true },
    { label: text('watch.heat.overdue'), numeric: true },
    { label: text('watch.heat.oldest') },
  ]
  const rows = heat
    .filter(line => line.definitionKey === key)
    .map(({ name, open, red, oldestAt }) => [name, String(open), String(red), formatInstant(oldestAt)])
  return ledger(null, columns, rows)
}
