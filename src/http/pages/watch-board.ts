import { formatInstant, localTimeOf } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { Board } from '../../runtime/index.js'
import { paths } from '../paths.js'
import type { LedgerModel } from './ledger.js'
import type { EmptyStateModel, FigureTileModel, PageHeaderModel } from './parts.js'
import { state, type StateModel } from './state.js'
import { watchActing, type ReturnedPress, type WatchActing } from './watch-acting.js'
import { heatModel, type HeatModel } from './watch-heat.js'
import { deadlineLine, stillLine, unassignedLine, type WatchLineModel } from './watch-line.js'
import { loadTable } from './watch-load.js'
import { ledgerOf, upcomingDays, type UpcomingDay } from './watch-upcoming.js'

/** What is on the board: the model of the partial `watch-board`, which is fetched anew while one looks at it. */
export interface BoardModel {
  readonly revision: string
  /** the time of the office’s clock: 14:03:05 */
  readonly time: string
  /** what is worth saying aloud when it changes */
  readonly summary: string
  readonly header: PageHeaderModel
  readonly figures: readonly FigureTileModel[]
  readonly cards: readonly WatchSection[]
  readonly upcoming: readonly UpcomingDay[]
  readonly free: WatchSection | null
  readonly still: readonly WatchLineModel[]
  readonly quiet: EmptyStateModel | null
  readonly byDepartment: LedgerModel
  readonly byPlace: LedgerModel
  readonly diagrams: readonly HeatModel[]
}

/** The model of `watch/board`. */
export interface WatchModel extends BoardModel {
  readonly acting: WatchActing
  readonly live: {
    readonly eventsUrl: string
    readonly boardUrl: string
    readonly signInUrl: string
    readonly words: Readonly<Record<string, string>>
  }
}

interface WatchSection {
  readonly id: string
  readonly title: string
  readonly count: number
  readonly rows: readonly WatchLineModel[]
  readonly more: { readonly words: string; readonly href: string; readonly label: string } | null
}

type Shown = Board & { readonly revision: string }

/** The whole page. `returned`: the form of the bar, when it came back. */
export function watchPage(board: Shown, returned: ReturnedPress | null = null): WatchModel {
  return {
    ...boardModel(board, returned?.press.ticked),
    acting: watchActing(board, returned),
    live: {
      eventsUrl: paths.watchEvents,
      boardUrl: paths.watchBoard,
      signInUrl: `${paths.signIn}?next=${encodeURIComponent(paths.watch)}`,
      words: liveWords(),
    },
  }
}

/** The part that changes. */
export function boardModel(board: Shown, ticked: readonly string[] = []): BoardModel {
  const { now, red, yellow, today, unassigned, revision } = board
  const counts = { red: red.count, yellow: yellow.count, today: today.count, unassigned: unassigned.count }
  const cards = { red: state('red'), yellow: state('yellow'), today: state('ok', text('tasks.state.today')) }
  const lists = (['red', 'yellow', 'today'] as const).map(name => {
    const lines = board[name].rows.map(line =>
      deadlineLine({ list: name, shown: cards[name], now, ticked }, line),
    )
    return section(name, board[name].count, lines, ledgerOf(name, now))
  })
  const free = unassigned.rows.map(task => unassignedLine(task, now, ticked))
  return {
    revision,
    time: clockTime(now),
    summary: text('watch.summary', counts),
    header: headerOf(board),
    figures: [
      tile('red', counts.red, counts.red > 0 ? 'red' : null),
      tile('yellow', counts.yellow, counts.yellow > 0 ? 'yellow' : null),
      tile('today', counts.today, null),
      tile('unassigned', counts.unassigned, null),
    ],
    quiet:
      counts.red + counts.yellow === 0
        ? { title: text('watch.quiet.title'), why: text('watch.quiet.why'), action: null }
        : null,
    cards: lists.filter(({ count }) => count > 0),
    upcoming: upcomingDays(board, ticked),
    free: counts.unassigned === 0 ? null : section('unassigned', counts.unassigned, free, allUnassigned()),
    still: board.still.map(line => stillLine(line, now, ticked)),
    byDepartment: loadTable('department', board.byDepartment),
    byPlace: loadTable('place', board.byPlace),
    diagrams: board.heat.map(heat => heatModel(board, heat)).filter(({ table }) => table.rows.length > 0),
  }
}

/** 14:03:05, as it is in the office: every zone shares the seconds. */
export function clockTime(at: Instant): string {
  return `${localTimeOf(at)}${at.slice('YYYY-MM-DDTHH:MM'.length, 'YYYY-MM-DDTHH:MM:SS'.length)}`
}

function headerOf({ red, yellow, now }: Board): PageHeaderModel {
  const [first] = [...red.rows, ...yellow.rows]
  const [nextYellow] = yellow.rows
  return {
    title: text('watch.title'),
    what: text('watch.what', { now: formatInstant(now) }),
    next:
      first === undefined
        ? text('watch.next.none')
        : text(red.count > 0 ? 'watch.next.red' : 'watch.next.yellow', {
            count: red.count > 0 ? red.count : yellow.count,
            item: first.itemName ?? first.name,
          }),
    by: nextYellow === undefined ? null : text('watch.by', { when: formatInstant(nextYellow.dueAt) }),
  }
}

function tile(name: string, count: number, kind: StateModel['kind'] | null): FigureTileModel {
  return {
    label: text(`watch.tile.${name}`),
    value: count.toLocaleString('zh-CN'),
    unit: text('watch.unit'),
    note: text(`watch.tile.${name}.note`),
    href: count > 0 ? `#watch-${name}` : null,
    state: kind,
  }
}

function section(
  name: string,
  count: number,
  rows: readonly WatchLineModel[],
  all: { readonly href: string; readonly label: string },
): WatchSection {
  const left = count - rows.length
  return {
    id: `watch-${name}`,
    title: text(`watch.section.${name}`),
    count,
    rows,
    more: left > 0 ? { words: text('watch.more', { count: left }), ...all } : null,
  }
}

function allUnassigned() {
  return { href: `${paths.tasks}?whose=free`, label: text('watch.more.unassigned') }
}

function liveWords(): Readonly<Record<string, string>> {
  const names = ['on', 'connecting', 'reconnecting', 'ended', 'sending', 'notSent']
  return {
    ...Object.fromEntries(names.map(name => [name, text(`watch.live.${name}`)])),
    updated: text('watch.live.updated', { time: '{time}' }),
    stale: text('watch.live.stale', { time: '{time}' }),
    selected: text('watch.live.selected', { count: '{count}' }),
  }
}
