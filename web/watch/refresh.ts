import { showBoard } from './board'

/** How fetching the board went. */
export type Refreshed = 'shown' | 'signedOut' | 'failed'

/** Fetches the board and shows it. */
export type Refresh = () => Promise<Refreshed>

const patience = 15_000

/** One fetch at a time: whoever asks while one is under way gets another after it, which all who asked share. */
export function createRefresh(url: string): Refresh {
  let running: Promise<Refreshed> | undefined
  let next: Promise<Refreshed> | undefined
  const run = () => {
    running = fetchBoard(url).finally(() => (running = undefined))
    return running
  }
  return () => {
    if (!running) return run()
    next ??= running.then(() => {
      next = undefined
      return run()
    })
    return next
  }
}

async function fetchBoard(url: string): Promise<Refreshed> {
  try {
    const answer = await fetch(url, {
      // the server must not take it for a person who is there
      headers: { Accept: 'text/html', 'X-Refresh': 'board' },
      cache: 'no-store',
      // who is signed out is sent to the sign-in
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) return 'signedOut'
    if (!answer.ok) return 'failed'
    showBoard(await answer.text())
    return 'shown'
  } catch {
    return 'failed' // no line, or no patience left
  }
}
