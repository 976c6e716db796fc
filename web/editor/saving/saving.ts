import type { Drawn } from '../drawn'
import type { AskUser } from '../question'
import type { EditorSettings } from '../settings'
import type { Words } from '../words'
import { createAutosave, type Autosave } from './autosave'
import type { Draft, DraftServer } from './draft-server'
import { safetyCopy } from './safety-copy'
import { showState } from './state-in-words'
import { partOf } from '../page-parts'

/**
 * Saves by itself and says how it stands. What an earlier visit could not send is offered first; who comes second to
 * the same draft is told, and chooses.
 */
export async function tieSaving(parts: {
  readonly section: HTMLElement
  readonly settings: EditorSettings
  readonly words: Words
  readonly drawn: Drawn
  readonly ask: AskUser
  readonly server: DraftServer
  readonly draft: Draft
  /** puts another text on the board */
  readonly open: (xml: string) => Promise<void>
}): Promise<Autosave> {
  const { section, settings, words, drawn, ask, server, draft, open } = parts
  const place = partOf(section, 'saving', HTMLElement)
  const copy = safetyCopy(settings.key)
  const left = copy.find()

  let goingTo: string | null = null
  const saving = createAutosave(server, copy, draft, state => {
    showState(place, state, words, drawn)
    if (state.kind === 'conflict') void settle(state.by)
    if (state.kind === 'saved' && goingTo !== null) window.location.assign(goingTo)
  })
  window.addEventListener('beforeunload', event => {
    if (saving.isPending()) event.preventDefault()
  })
  // who goes on to deploying takes along what was drawn a moment ago
  for (const link of section.querySelectorAll<HTMLAnchorElement>('[data-leads] a'))
    link.addEventListener('click', event => {
      if (!saving.isPending()) return
      event.preventDefault()
      goingTo = link.href
      saving.flush()
    })
  window.addEventListener('keydown', event => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    saving.flush()
  })

  if (left && left.xml !== draft.xml) {
    const answer = await ask({
      title: words('copy.title'),
      text:
        left.revision === draft.revision
          ? words('copy.text')
          : words('copy.older', { by: draft.by ?? words('copy.somebody') }),
      answers: [
        { value: 'mine', label: words('copy.mine') },
        { value: 'theirs', label: words('copy.theirs') },
      ],
    })
    if (answer === 'mine') {
      await open(left.xml)
      saving.changed(left.xml)
    } else copy.forget()
  } else copy.forget()
  return saving

  async function settle(by: string): Promise<void> {
    const answer = await ask({
      title: words('conflict.title'),
      text: words('conflict.text', { by }),
      answers: [
        { value: 'theirs', label: words('conflict.theirs') },
        { value: 'mine', label: words('conflict.mine') },
        { value: 'later', label: words('conflict.later') },
      ],
    })
    if (answer === 'mine') saving.keepMine()
    if (answer === 'theirs') {
      const theirs = await server.load()
      await open(theirs.xml)
      saving.restart(theirs.revision, theirs.savedAt)
    }
  }
}
