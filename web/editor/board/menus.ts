import * as replaceOptions from 'bpmn-js/lib/features/replace/ReplaceOptions'
import type { Entries } from '../bpmn-js'
import { isOffered, type Target } from './offered'
import { withPlainIcons } from './plain-icons'

interface PopupMenu {
  registerProvider(
    menu: string,
    priority: number,
    provider: {
      getPopupMenuEntries(): (entries: Entries) => Entries
      getPopupMenuHeaderEntries?(): (entries: Entries) => Entries
    },
  ): void
}

const afterwards = 400

/** The menus of the board: “change into” cut to what the engine runs well, the others with icons that can be seen. */
export const menusModule = { __init__: ['officeMenus'], officeMenus: ['type', OfficeMenus] }

OfficeMenus.$inject = ['popupMenu']
function OfficeMenus(popupMenu: PopupMenu) {
  popupMenu.registerProvider('bpmn-replace', afterwards, {
    getPopupMenuEntries: () => entries => withPlainIcons(without(entries, notOffered)),
    getPopupMenuHeaderEntries: () => entries => withPlainIcons(without(entries, switchesNotOffered)),
  })
  for (const menu of ['align-elements', 'color-picker'])
    popupMenu.registerProvider(menu, afterwards, { getPopupMenuEntries: () => withPlainIcons })
}

function without(entries: Entries, names: ReadonlySet<string>): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !names.has(name)))
}

interface ReplaceOption {
  readonly actionName: string
  readonly target?: Target
}

/** By bpmn-js’ own tables, so that an option of a coming version is judged like the others. */
const notOffered: ReadonlySet<string> = new Set([
  // what stands inside would no longer be seen
  'replace-with-collapsed-subprocess',
  'replace-with-collapsed-pool',
  ...Object.values(replaceOptions)
    .flatMap(options => (Array.isArray(options) ? options : Object.values(options).flat()) as ReplaceOption[])
    .flatMap(({ actionName, target }) => (target && !isOffered(target) ? [actionName] : [])),
])

/** Loops that the engine does not know, and marks that mean nothing to it. */
const switchesNotOffered = new Set(['toggle-loop', 'toggle-participant-multiplicity', 'toggle-is-collection'])
