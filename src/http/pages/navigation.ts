import type { Actor } from '../../casework/actor.js'
import { worksOnCases } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import { admits } from '../entry.js'
import { paths } from '../paths.js'
import type { Navigation, NavigationItem } from '../render.js'
import type { RouteRule } from '../route-table.js'

/** The places one can go, in the order of a day's work; each has an icon and a sentence of the same name. */
const forCitizens = { report: paths.report, track: paths.track }
const forStaff = {
  tasks: paths.tasks,
  register: paths.register,
  consultation: paths.consultations,
  watch: paths.watch,
  cases: paths.cases,
  items: paths.items,
  reports: paths.reports,
  flow: paths.flow,
  privacy: paths.privacyRequests,
  process: paths.processes,
  calendar: paths.calendar,
  people: paths.people,
  incident: paths.incidents,
  trail: paths.trail,
  rights: paths.rights,
}

/** What is set once and used every day: behind the person's name, not among the places of the day. */
const forSettings = {
  replies: paths.replyTemplates,
  settings: paths.officeSettings,
  retention: paths.retention,
  openFigures: paths.openFiguresSetting,
}

/** Where this person may go. Read off the routes' own rules, so that a link never leads to a closed door. */
export function navigationFor(
  actor: Actor | null,
  rules: readonly RouteRule[],
  currentPath: string,
): readonly NavigationItem[] {
  return linksOf(actor ? forStaff : forCitizens, actor, rules, currentPath)
}

/** What this person may set for the office. */
export function settingsFor(
  actor: Actor | null,
  rules: readonly RouteRule[],
  currentPath: string,
): readonly NavigationItem[] {
  return actor ? linksOf(forSettings, actor, rules, currentPath) : []
}

function linksOf(
  places: Readonly<Record<string, string>>,
  actor: Actor | null,
  rules: readonly RouteRule[],
  currentPath: string,
): readonly NavigationItem[] {
  return (
    Object.entries(places)
      // who keeps watch has no tasks
      .filter(([name]) => name !== 'tasks' || actor === null || worksOnCases(actor.role))
      .filter(([, href]) =>
        rules.some(({ method, path, entry }) => method === 'get' && path === href && admits(entry, actor)),
      )
      .map(([name, href]) => ({
        href,
        icon: name,
        label: text(`shell.navigation.${name}`),
        current: currentPath === href || (href !== '/' && currentPath.startsWith(`${href}/`)),
      }))
  )
}

/** As many as fit beside the search box at 1280 px. */
const inARow = 5

/** The first places stand in a row, what is left over behind 更多; a menu of one would be longer than what it hides. */
export function foldNavigation(items: readonly NavigationItem[]): Navigation {
  const shown = items.length > inARow + 1 ? items.slice(0, inARow) : items
  const more = items.slice(shown.length)
  const current = more.find(item => item.current)
  return {
    shown,
    more,
    moreLabel: current?.label ?? text('shell.navigation.more'),
    moreCurrent: current !== undefined,
  }
}
