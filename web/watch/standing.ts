import { board, boardChanged } from './board'
import type { Say } from './words'

/** How the connection stands: up to date, being made, broken, or over because nobody is signed in any more. */
export type Standing = 'live' | 'connecting' | 'reconnecting' | 'ended'

/** Says above the board how it stands and of when it is, and says aloud in few words what is on it when that changes. */
export function showStanding(line: HTMLElement, say: Say): (standing: Standing) => void {
  const words = line.querySelector<HTMLElement>('[data-live-words]')
  const signIn = line.querySelector<HTMLElement>('[data-live-sign-in]')
  const summary = line.querySelector<HTMLElement>('[data-summary]')
  let now: Standing = 'connecting'
  let said = board()?.dataset.summary

  const show = (standing: Standing) => {
    now = standing
    const { time = '' } = board()?.dataset ?? {}
    const sentences = {
      live: `${say('on')} · ${say('updated', { time })}`,
      connecting: say('connecting'),
      reconnecting: `${say('reconnecting')} ${say('stale', { time })}`,
      ended: `${say('ended')} ${say('stale', { time })}`,
    }
    line.dataset.live = standing
    if (words && words.textContent !== sentences[standing]) words.textContent = sentences[standing]
    if (signIn) signIn.hidden = standing !== 'ended'
    line.hidden = false
  }
  document.addEventListener(boardChanged, () => {
    show(now)
    const fresh = board()?.dataset.summary
    if (fresh !== said && summary) summary.textContent = fresh ?? ''
    said = fresh
  })
  return show
}
