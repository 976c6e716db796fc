import type { Drawn } from '../drawn'
import type { AskUser } from '../question'
import type { EditorSettings } from '../settings'
import type { Words } from '../words'
import { createAutosave, type Autosave } from './autosave'
import type { Draft, DraftServer } from './draft-server'
import { safetyCopies, type Copy } from './safety-copy'
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
  const copies = safetyCopies(settings.key)
  const left = copies.left()

  let goingTo: string | null = null
  let isAsking = false
  const saving = createAutosave(server, copies, draft, state => {
    showState(place, state, { words, drawn, signInUrl: settings.signInUrl })
    if (state.kind === 'conflict' && !isAsking) void settle(state.by)
    if (state.kind === 'saved' && goingTo !== null) window.location.assign(goingTo)
    // who could not go on at once is not taken away later, in the middle of a stroke
    if (!['changed', 'saving', 'saved'].includes(state.kind)) goingTo = null
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

  for (const copy of left) {
    const isWanted = copy.xml !== draft.xml && (await isWantedBack(copy))
    if (isWanted) {
      await open(copy.xml)
      saving.changed(copy.xml)
    }
    copy.forget()
    if (isWanted) break // the others are offered the next time
  }
  return saving

  async function isWantedBack({ revision }: Copy): Promise<boolean> {
    const answer = await ask({
      title: words('copy.title'),
      text:
        revision === draft.revision
          ? words('copy.text')
          : words('copy.older', { by: draft.by ?? words('copy.somebody') }),
      answers: [
        { value: 'mine', label: words('copy.mine') },
        { value: 'theirs', label: words('copy.theirs') },
      ],
    })
    return answer === 'mine'
  }

  async function settle(by: string): Promise<void> {
    isAsking = true
    const answer = await ask({
      title: words('conflict.title'),
      text: words('conflict.text', { by }),
      answers: [
        { value: 'theirs', label: words('conflict.theirs') },
        { value: 'mine', label: words('conflict.mine') },
        { value: 'later', label: words('conflict.later') },
      ],
    })
    isAsking = false
    if (answer === 'mine') saving.keepMine()
    if (answer === 'theirs') {
      const theirs = await server.load()
      await open(theirs.xml)
      saving.restart(theirs.revision, theirs.savedAt)
    }
  }
}
