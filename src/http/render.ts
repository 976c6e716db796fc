import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Handlebars from 'handlebars'
import type { Assets } from './assets.js'
import { viewHelpers } from './view-helpers.js'

/**
 * The model of each page by the name of its view. A page module adds its own beside its handler:
 * `declare module '../render.js' { interface Pages { 'tasks/list': TaskListModel } }`
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Pages {}

/** What every page has: read in a view as `@page`, in layouts and partials too. */
export interface PageFrame {
  readonly officeName: string
  readonly demo: boolean
  readonly largeType: boolean
  /** path and query: where to come back to */
  readonly address: string
  /** whether the ledger may be searched */
  readonly search: boolean
  /** the bell, for whoever is signed in: how many wait to be read, in figures and in words */
  readonly bell: { readonly count: string | null; readonly label: string } | null
  /** who is signed in, and what they may set for the office */
  readonly account: {
    readonly name: string
    readonly roleName: string
    readonly settings: readonly NavigationItem[]
  } | null
  readonly navigation: Navigation
  readonly flash: { readonly kind: string; readonly sentence: string } | null
}

/** Where one can go: what stands in a row, and what is behind a menu named after where one is, if one is there. */
export interface Navigation {
  readonly shown: readonly NavigationItem[]
  readonly more: readonly NavigationItem[]
  readonly moreLabel: string
  readonly moreCurrent: boolean
}

export interface NavigationItem {
  readonly href: string
  readonly label: string
  readonly icon: string
  readonly current: boolean
}

/** Turns a view and its model into HTML. `csrfToken` is asked for only by a page with a form. */
export type Render = (name: string, model: object, frame: PageFrame, csrfToken: () => string) => string

/** Strict: a field that a view names and a model lacks is a fault, as is a helper that does not exist. */
export function createRenderer(folders: readonly string[], assets: Assets): Render {
  const handlebars = Handlebars.create()
  const helpers = viewHelpers(assets)
  handlebars.registerHelper(helpers)
  const knownHelpers = Object.fromEntries(Object.keys(helpers).map(name => [name, true]))
  const compile = (source: string, file: string) => {
    try {
      // compile is lazy: parsed now, a broken view is found at the start
      return handlebars.compile<object>(handlebars.parseWithoutProcessing(source), {
        strict: true,
        knownHelpers,
        knownHelpersOnly: true,
        preventIndent: true, // the words in a textarea are the person's, to the last space
      })
    } catch (cause) {
      throw new Error(`The view ${file} cannot be read`, { cause })
    }
  }

  const views = new Map(
    folders.flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(file => file.endsWith('.hbs'))
        .map(file => [nameOf(file), compile(readFileSync(path.join(folder, file), 'utf8'), file)] as const),
    ),
  )
  for (const [name, view] of views) {
    if (/^(layouts|partials|forms)\//.test(name))
      handlebars.registerPartial(name.replace(/^partials\//, ''), view)
  }

  return (name, model, frame, csrfToken) => {
    const view = views.get(name)
    if (!view) throw new Error(`There is no view "${name}"`)
    return view(model, { data: { page: frame, csrfToken } })
  }
}

function nameOf(file: string): string {
  return file.replaceAll(path.sep, '/').replace(/\.hbs$/, '')
}
