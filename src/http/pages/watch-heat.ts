import { formatInstant } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { Board, Heat, WorkTime } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel } from './ledger.js'
import { diagram, type DiagramModel, type DiagramState } from './parts.js'
import { timeWords } from './work-time.js'

/** A diagram with what is open at each node and what each takes, and the same as a table. */
export interface HeatModel {
  readonly id: string
  readonly name: string
  readonly diagram: DiagramModel
  readonly table: LedgerModel
}

export function heatModel(board: Board, heat: Heat): HeatModel {
  const { id, name } = heat
  const plain = diagram(pathTo(paths.definitionXml, { id }), pathTo(paths.watchHeat, { id }))
  return {
    id: `heat-${heat.key}`,
    name,
    diagram: {
      ...plain,
      words: { ...plain.words, here: text('watch.heat.here'), standing: text('watch.heat.standing') },
    },
    table: heatTable(board, heat),
  }
}

/** For the viewer: a badge on each node where something is open or where it is known how long it takes. */
export function heatState({ dayLength, heat }: Board, definitionId: number): DiagramState {
  const { open = [], workTimes, activities = [] } = heat.find(({ id }) => id === definitionId) ?? {}
  const most = Math.max(1, ...open.map(line => line.open))
  const standing = open.map(line => {
    const words = line.red > 0 ? text('watch.heat.red', line) : text('watch.heat', line)
    return {
      id: line.activityId,
      words: withTime(words, workTimes?.get(line.activityId), dayLength),
      state: line.red > 0 ? ('red' as const) : ('ok' as const),
      heat: line.open / most,
    }
  })
  const busy = new Set(open.map(line => line.activityId))
  const noted = activities.flatMap(({ id }) => {
    const time = workTimes?.get(id)
    return busy.has(id) || !isEnough(time) ? [] : [{ id, words: timeWords(time.median, dayLength) }]
  })
  return { taken: [], finished: [], standing, noted }
}

function heatTable({ dayLength }: Board, { open, workTimes, activities }: Heat): LedgerModel {
  const columns = [
    { label: text('watch.heat.activity') },
    { label: text('watch.load.open'), numeric: true },
    { label: text('watch.heat.overdue'), numeric: true },
    { label: text('watch.heat.oldest') },
    { label: text('watch.heat.median'), numeric: true },
  ]
  const lines = new Map(open.map(line => [line.activityId, line]))
  const known = new Set(activities.map(({ id }) => id))
  // what runs by an older version may stand at a node that the version in force has no more
  const others = open
    .filter(line => !known.has(line.activityId))
    .map(({ activityId: id, name }) => ({ id, name }))
  const rows = [...activities, ...others].flatMap(({ id, name }) => {
    const line = lines.get(id)
    const time = workTimes.get(id)
    if (!line && !time) return []
    return [
      [
        name,
        String(line?.open ?? 0),
        String(line?.red ?? 0),
        line ? formatInstant(line.oldestAt) : text('shell.none'),
        medianWords(time, dayLength),
      ],
    ]
  })
  return ledger(null, columns, rows)
}

/** Fewer tell nothing about the next. */
const enough = 3

function isEnough(time: WorkTime | undefined): time is WorkTime {
  return time !== undefined && time.count >= enough
}

function withTime(words: string, time: WorkTime | undefined, dayLength: number): string {
  return isEnough(time) ? text('watch.heat.time', { words, time: timeWords(time.median, dayLength) }) : words
}

function medianWords(time: WorkTime | undefined, dayLength: number): string {
  if (time === undefined) return text('shell.none')
  return isEnough(time)
    ? text('watch.heat.of', { time: timeWords(time.median, dayLength), count: time.count })
    : text('watch.heat.few')
}
