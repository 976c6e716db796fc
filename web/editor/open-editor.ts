import { drawnFrom } from './drawn'
import { draw } from './draw'
import { look } from './look'
import { draftServer } from './saving/draft-server'
import type { EditorSettings } from './settings'
import { wordsOf } from './words'
import { partOf } from './page-parts'

/** Wide enough for the drawing with its panel; the style sheet has the same. */
const wide = '(min-width: 62rem)'

/** Opens the diagram in its page: to draw on where there is room, else to look at. Says so when it cannot. */
export async function openEditor(section: HTMLElement): Promise<void> {
  const settings = JSON.parse(section.dataset.editor ?? '{}') as EditorSettings
  const board = JSON.parse(section.dataset.board ?? '{}') as Readonly<Record<string, string>>
  const words = wordsOf(section.dataset.words)
  const drawn = drawnFrom(section.dataset.icons ?? '')
  const csrf = section.querySelector<HTMLInputElement>('[name=_csrf]')?.value ?? ''
  const wait = partOf(section, 'wait', HTMLElement)
  let told: Parameters<typeof draftServer>[2] = () => undefined
  const server = draftServer(settings.draftUrl, csrf, problems => {
    told(problems)
  })
  try {
    const draft = await server.load()
    const setting = { section, settings, words, board, drawn, draft }
    if (window.matchMedia(wide).matches) told = await draw(setting, server)
    else told = await look(setting)
    told(draft.problems)
    wait.remove()
    section.dataset.ready = ''
    performance.mark('editor-ready') // what is measured is what was waited for
  } catch (error) {
    section.classList.add('has-failed')
    wait.textContent = words('failed', { why: error instanceof Error ? error.message : String(error) })
    console.error(error)
  }
}
