import { shownRevision } from './board'
import type { Refresh } from './refresh'
import type { Standing } from './standing'

/** The server is heard every fifteen seconds at least: after this the line is dead, whatever the browser believes. */
const silence = 40_000
/** A connection that is back within this was never worth a word: the server renews each every few minutes. */
const blink = 2000
const longestWait = 30_000

/**
 * Hears from the server that something has happened and brings the board up to date. Whatever breaks, it comes back by
 * itself and then compares what it shows with what there is, so that nothing which happened meanwhile is missed.
 */
export function listen(
  url: string,
  { refresh, show }: { refresh: Refresh; show: (standing: Standing) => void },
): void {
  let source: EventSource | undefined
  let attempts = 0
  let watchdog: number | undefined
  let retry: number | undefined
  let notice: number | undefined

  const close = () => {
    source?.close()
    source = undefined
    for (const timer of [watchdog, retry, notice]) window.clearTimeout(timer)
    notice = undefined
  }
  const later = () => {
    close()
    attempts += 1
    retry = window.setTimeout(open, Math.min(1000 * 2 ** (attempts - 1), longestWait))
  }
  const update = async () => {
    const refreshed = await refresh()
    if (refreshed === 'signedOut') end()
    else if (refreshed === 'failed') broken()
    return refreshed
  }
  const end = () => {
    close()
    show('ended')
  }
  const broken = () => {
    show('reconnecting')
    later()
  }
  const heard = async (event: MessageEvent<string>) => {
    window.clearTimeout(watchdog)
    window.clearTimeout(notice)
    notice = undefined
    watchdog = window.setTimeout(broken, silence)
    attempts = 0
    const { revision } = JSON.parse(event.data) as { readonly revision: string }
    if (revision === shownRevision() || (await update()) === 'shown') show('live')
  }
  const failed = async () => {
    if (source?.readyState !== EventSource.CLOSED) {
      // the browser tries again by itself
      notice ??= window.setTimeout(() => {
        show('reconnecting')
      }, blink)
      return
    }
    // it has given up: the answer was none. Whether nobody is signed in any more, the page itself can be asked
    close()
    if ((await update()) === 'shown') later()
  }
  function open() {
    close()
    const opened = new EventSource(url)
    source = opened
    const mine =
      (act: (event: MessageEvent<string>) => Promise<void>) =>
      (event: MessageEvent<string>): void => {
        if (source === opened) void act(event)
      }
    opened.addEventListener('board', mine(heard))
    opened.addEventListener('beat', mine(heard))
    opened.addEventListener('error', mine(failed) as (event: Event) => void)
    watchdog = window.setTimeout(broken, silence)
  }

  // a browser opens few connections to one house: a tab that nobody sees keeps none
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) close()
    else open()
  })
  window.addEventListener('offline', () => {
    close()
    show('reconnecting')
  })
  window.addEventListener('online', open)
  // a page that comes back from the browser's memory has lost its connection
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) open()
  })
  show('connecting')
  if (!document.hidden) open()
}
