import { text, textsUnder } from '../../catalogue/index.js'
import { paths, pathTo } from '../paths.js'
import { panelSettings, type PanelSettings } from './panel-settings.js'
import type { LinkModel } from './parts.js'

/** The model of `admin/edit`: the words and addresses the editor's script needs stand in the page. */
export interface ProcessEditorModel {
  readonly title: string
  readonly crumb: LinkModel
  readonly settings: EditorSettings
  readonly words: Readonly<Record<string, string>>
  readonly panel: PanelSettings
}

/** What the script is told. */
export interface EditorSettings {
  readonly key: string
  readonly name: string
  /** answers with the diagram to begin with */
  readonly xmlUrl: string
}

export function processEditorPage(process: {
  readonly id: number
  readonly key: string
  readonly name: string
}): ProcessEditorModel {
  const { id, key, name } = process
  return {
    title: text('editor.title', { name }),
    crumb: { href: paths.processes, label: text('admin.processes.title') },
    settings: { key, name, xmlUrl: pathTo(paths.definitionXml, { id }) },
    words: textsUnder('editor.script.'),
    panel: panelSettings(),
  }
}
