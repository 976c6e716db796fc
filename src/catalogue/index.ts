import { accounts } from './zh-CN/accounts.js'
import { admin } from './zh-CN/admin.js'
import { attachments } from './zh-CN/attachments.js'
import { board } from './zh-CN/board.js'
import { calendar } from './zh-CN/calendar.js'
import { calendarPages } from './zh-CN/calendar-pages.js'
import { beside } from './zh-CN/beside.js'
import { cases } from './zh-CN/cases.js'
import { casework } from './zh-CN/casework.js'
import { charts } from './zh-CN/charts.js'
import { citizen } from './zh-CN/citizen.js'
import { cli } from './zh-CN/cli.js'
import { compare } from './zh-CN/compare.js'
import { consultations } from './zh-CN/consultations.js'
import { demo } from './zh-CN/demo.js'
import { draft } from './zh-CN/draft.js'
import { editor } from './zh-CN/editor.js'
import { errors } from './zh-CN/errors.js'
import { figures } from './zh-CN/figures.js'
import { flow } from './zh-CN/flow.js'
import { handbook } from './zh-CN/handbook.js'
import { history } from './zh-CN/history.js'
import { items } from './zh-CN/items.js'
import { notices } from './zh-CN/notices.js'
import { openFigures } from './zh-CN/open-figures.js'
import { panel } from './zh-CN/panel.js'
import { patterns } from './zh-CN/patterns.js'
import { posters } from './zh-CN/posters.js'
import { privacy } from './zh-CN/privacy.js'
import { problems } from './zh-CN/problems.js'
import { processes } from './zh-CN/processes.js'
import { register } from './zh-CN/register.js'
import { replies } from './zh-CN/replies.js'
import { reportFiles } from './zh-CN/report-files.js'
import { reportLedger } from './zh-CN/report-ledger.js'
import { reports } from './zh-CN/reports.js'
import { retention } from './zh-CN/retention.js'
import { rights } from './zh-CN/rights.js'
import { runtime } from './zh-CN/runtime.js'
import { search } from './zh-CN/search.js'
import { settings } from './zh-CN/settings.js'
import { shell } from './zh-CN/shell.js'
import { signIn } from './zh-CN/sign-in.js'
import { store } from './zh-CN/store.js'
import { supervision } from './zh-CN/supervision.js'
import { tasks } from './zh-CN/tasks.js'
import { time } from './zh-CN/time.js'
import { track } from './zh-CN/track.js'
import { trail } from './zh-CN/trail.js'
import { transfer } from './zh-CN/transfer.js'
import { trial } from './zh-CN/trial.js'
import { unified } from './zh-CN/unified.js'
import { watch } from './zh-CN/watch.js'

const sentences = merge([
  accounts,
  admin,
  attachments,
  board,
  calendar,
  calendarPages,
  beside,
  cases,
  casework,
  charts,
  citizen,
  cli,
  compare,
  consultations,
  demo,
  draft,
  editor,
  errors,
  figures,
  flow,
  handbook,
  history,
  items,
  notices,
  openFigures,
  panel,
  patterns,
  posters,
  privacy,
  problems,
  processes,
  register,
  replies,
  reportFiles,
  reportLedger,
  reports,
  retention,
  rights,
  runtime,
  search,
  settings,
  shell,
  signIn,
  store,
  supervision,
  tasks,
  time,
  track,
  trail,
  transfer,
  trial,
  unified,
  watch,
])

/** What may fill a `{name}` in a sentence: texts and numbers; what the sentence does not name is not looked at. */
export type TextValues = Readonly<Record<string, unknown>>

/**
 * What people read, by its key `area.page.what`; `{name}` in the sentence is filled from `values`.
 * @throws Error when there is no such sentence, or a value of it was not given
 */
export function text(key: string, values: TextValues = {}): string {
  const sentence = sentences.get(key)
  if (sentence === undefined) throw new Error(`The catalogue has no sentence “${key}”`)
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined || value === null)
      throw new Error(`The sentence “${key}” needs the value “${name}”`)
    return typeof value === 'string' ? value : JSON.stringify(value)
  })
}

/** Whether the catalogue has this sentence: for codes that come from outside, such as a problem's. */
export function hasText(key: string): boolean {
  return sentences.has(key)
}

/**
 * The sentences of one part of the catalogue, `editor.`, by what follows in their keys: for a page whose script says
 * them. Their `{name}`s are left for the script to fill.
 */
export function textsUnder(prefix: string): Readonly<Record<string, string>> {
  const under = [...sentences].filter(([key]) => key.startsWith(prefix))
  return Object.fromEntries(under.map(([key, sentence]) => [key.slice(prefix.length), sentence]))
}

/** All keys, for the test that looks for holes. */
export function textKeys(): readonly string[] {
  return [...sentences.keys()]
}

/** One book of all areas; a key that stands in two of them would silently win, so it is refused. */
function merge(areas: readonly Readonly<Record<string, string>>[]): ReadonlyMap<string, string> {
  const all = new Map<string, string>()
  for (const [key, sentence] of areas.flatMap(area => Object.entries(area))) {
    if (all.has(key)) throw new Error(`The catalogue has the key “${key}” twice`)
    all.set(key, sentence)
  }
  return all
}
