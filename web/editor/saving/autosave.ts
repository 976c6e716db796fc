import type { SafetyCopies } from './safety-copy'
import type { DraftServer } from './draft-server'

/** Where the drawing is. */
export type SavingState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'changed' | 'saving' | 'offline' | 'signedOut' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'conflict'; readonly by: string; readonly at: string }

/** Keeps what is drawn: on the server as a draft, and in this browser until the server has it. */
export interface Autosave {
  /** something was drawn that has not come as text yet */
  touched(): void
  changed(xml: string): void
  /** now, without waiting for a pause; where somebody was faster, what is to be done is asked once more */
  flush(): void
  /** whether leaving would lose something that only this browser has */
  readonly isPending: () => boolean
  /** after somebody else has saved: mine becomes the newest; theirs stays among the kept revisions */
  keepMine(): void
  /** begins anew from what the server has */
  restart(revision: number, at: string | null): void
}

const pause = 2000
const retryAfter = 10_000

export function createAutosave(
  server: DraftServer,
  copy: SafetyCopies,
  from: { readonly revision: number; readonly savedAt: string | null },
  show: (state: SavingState) => void,
): Autosave {
  let { revision } = from
  let unsaved: string | null = null
  let theirs: (Extract<SavingState, { kind: 'conflict' }> & { readonly revision: number }) | null = null
  let isSending = false
  let isTouched = false
  let beginning = 0
  let timer: number | undefined

  const sendIn = (milliseconds: number) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void send(), milliseconds)
  }

  async function send(): Promise<void> {
    if (isSending || theirs !== null || unsaved === null) return
    window.clearTimeout(timer)
    const sent = unsaved
    isSending = true
    show({ kind: 'saving' })
    const began = beginning
    const answer = await server.save(sent, revision)
    isSending = false
    if (began !== beginning) return // another diagram was opened meanwhile
    switch (answer.kind) {
      case 'saved':
        revision = answer.revision
        if (unsaved === sent) {
          unsaved = null
          copy.forget()
          show({ kind: 'saved', at: answer.savedAt })
        } else sendIn(pause)
        break
      case 'conflict':
        theirs = answer
        show(answer)
        break
      case 'offline':
        show(answer)
        sendIn(retryAfter)
        break
      default:
        show(answer) // tried again with the next change
    }
  }

  // the line is back; or somebody goes away, or comes back from signing in elsewhere
  window.addEventListener('online', () => void send())
  window.addEventListener('focus', () => void send())
  document.addEventListener('visibilitychange', () => void send())
  show({ kind: 'saved', at: from.savedAt })
  return {
    touched() {
      isTouched = true
      if (theirs === null && !isSending) show({ kind: 'changed' })
    },
    changed(xml) {
      isTouched = false
      unsaved = xml
      copy.keep({ xml, revision })
      if (theirs === null) {
        if (!isSending) show({ kind: 'changed' })
        sendIn(pause)
      }
    },
    flush() {
      if (theirs !== null) show(theirs)
      else void send()
    },
    isPending: () => isTouched || unsaved !== null,
    keepMine() {
      revision = theirs?.revision ?? revision
      theirs = null
      void send()
    },
    restart(newRevision, at) {
      window.clearTimeout(timer)
      beginning += 1
      isTouched = false
      revision = newRevision
      unsaved = null
      theirs = null
      copy.forget()
      show({ kind: 'saved', at })
    },
  }
}
