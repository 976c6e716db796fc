import { createModeler } from './modeler'
import { panelConfig } from './panel/index'
import { wordsOf } from './words'

/** What the page tells the script (`EditorSettings` of the pages). */
export interface EditorSettings {
  readonly key: string
  readonly name: string
  readonly xmlUrl: string
}

/** Draws the diagram into its page and lets it be changed; says so when it cannot. */
export async function openEditor(section: HTMLElement): Promise<void> {
  const settings = JSON.parse(section.dataset.editor ?? '{}') as EditorSettings
  const words = wordsOf(section.dataset.words)
  const part = (name: string) => section.querySelector<HTMLElement>(`[data-${name}]`) as HTMLElement
  const wait = part('wait')
  try {
    const answer = await fetch(settings.xmlUrl, { credentials: 'same-origin' })
    if (!answer.ok) throw new Error(`${settings.xmlUrl}: ${answer.status}`)
    const modeler = createModeler(part('canvas'), panelConfig(section))
    await modeler.importXML(await answer.text())
    modeler.get<{ zoom(scale: string, center: string): void }>('canvas').zoom('fit-viewport', 'auto')
    wait.remove()
  } catch (error) {
    wait.textContent = words('failed', { why: error instanceof Error ? error.message : String(error) })
    console.error(error)
  }
}
