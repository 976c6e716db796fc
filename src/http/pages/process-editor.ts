import { house } from '../../runtime/index.js'
import { text, textsUnder } from '../../catalogue/index.js'
import { paths, pathTo } from '../paths.js'
import { caseProcess, type DiagramDraft } from '../../runtime/index.js'
import { compareHref } from './processes/list.js'
import { trialHref } from './trials/parts.js'
import { panelSettings, type PanelSettings } from './panel-settings.js'
import type { LinkModel } from './parts.js'

/** The model of `admin/edit`: the words and addresses the editor’s script needs stand in the page. */
export interface ProcessEditorModel {
  readonly title: string
  readonly crumb: LinkModel
  /** where the draft goes from here; nothing is put into force on this page */
  readonly links: readonly (LinkModel & { readonly main: boolean })[]
  readonly settings: EditorSettings
  readonly words: Readonly<Record<string, string>>
  readonly panel: PanelSettings
  /** what bpmn-js says, by its English */
  readonly board: Readonly<Record<string, string>>
}

/** What the script is told. */
export interface EditorSettings {
  readonly key: string
  readonly name: string
  readonly draftUrl: string
  readonly signInUrl: string
  readonly house: typeof house
}

export function processEditorPage({
  key,
  name,
  inForce,
}: Pick<DiagramDraft, 'key' | 'name' | 'inForce'>): ProcessEditorModel {
  const ref = `draft-${key}`
  return {
    title: text('editor.title', { name }),
    crumb: { href: paths.processes, label: text('admin.processes.title') },
    links: [
      { href: pathTo(paths.processHistory, { key }), label: text('processes.draft.history'), main: false },
      ...(inForce
        ? [{ href: compareHref(inForce.id, ref), label: text('editor.compare'), main: false }]
        : []),
      ...(key === caseProcess ? [{ href: trialHref(ref), label: text('trial.link'), main: false }] : []),
      { href: pathTo(paths.processDeploy, { key }), label: text('processes.draft.deploy'), main: true },
    ],
    settings: { key, name, draftUrl: pathTo(paths.processDraft, { key }), signInUrl: paths.signIn, house },
    words: textsUnder('editor.script.'),
    board: textsUnder('board.'),
    panel: panelSettings(),
  }
}
