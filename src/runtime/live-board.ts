import type { Actor } from '../casework/actor.js'
import type { Instant } from '../clock.js'
import { watch, type Board } from './queries/watch.js'
import { timesOnceAMinute } from './queries/work-time.js'
import type { Parts } from './parts.js'
import { requireRight } from './rights.js'

/** Does something every so many milliseconds, until the answer is called. Tests hand in one they turn themselves. */
export type Repeat = (milliseconds: number, task: () => void) => () => void

/** The state of the board at an instant. */
export interface Pulse {
  /** another one whenever anything happened in the office, or a minute has passed: lists depend on the time too */
  readonly revision: string
  readonly at: Instant
}

/** 督办看板, for all who look at it: what it costs does not depend on how many they are. */
export interface LiveBoard {
  /**
   * The board, for who may look at it.
   * @throws NotAllowedProblem
   */
  for(actor: Actor): WatchedBoard
  /** Ends it for everybody: the office closes. */
  end(): void
}

/** What somebody who may look at the board sees of it. */
export interface WatchedBoard {
  /** The board now, and which state of it that is. Worked out once for each state. */
  board(): Promise<Board & { readonly revision: string }>
  /**
   * Tells the listener the state at once, and then each time it is another.
   * @returns what ends it
   */
  subscribe(listener: LiveListener): () => void
}

/** Who is told. */
export interface LiveListener {
  pulse(pulse: Pulse): void
  /** nothing has changed since: the connection is whole */
  beat(pulse: Pulse): void
  /** there is nothing more to hear; whoever still wants to hears it by coming back */
  end(): void
}

/** How often the state is asked for while somebody looks, and how often who looks hears that all is well. */
const pollEvery = 1000
const beatEvery = 15_000
/** After five minutes one is sent away: who comes back is asked anew who they are and whether they still may. */
const beatsOfOne = 20

/** @param repeat real timers, unless a test turns them by hand */
export function createLiveBoard(parts: Parts, repeat: Repeat = realTimer): LiveBoard {
  const listeners = new Map<LiveListener, { beats: number }>()
  let last: Pulse | undefined
  let asking = false
  let ended = false
  let stops: (() => void)[] = []
  const timesOf = timesOnceAMinute()
  let known: { readonly revision: string; readonly board: Promise<Board> } | undefined

  const tell = (act: (listener: LiveListener) => void) => {
    for (const listener of [...listeners.keys()]) act(listener)
  }
  const poll = async () => {
    if (asking) return // the database is slower than the clock: one question at a time
    asking = true
    try {
      const pulse = await pulseOf(parts)
      if (listeners.size === 0) return // all have left meanwhile: this state will be old when the next one comes
      const changed = pulse.revision !== last?.revision
      last = pulse
      if (changed) tell(listener => listener.pulse(pulse))
    } catch {
      // a board that cannot be asked must not pretend to be live: who looks comes back until it can
      dismiss()
    } finally {
      asking = false
    }
  }
  const beat = () => {
    if (!last) return
    const pulse = { ...last, at: parts.clock.now() }
    for (const [listener, counted] of [...listeners]) {
      counted.beats += 1
      listener.beat(pulse)
      if (counted.beats < beatsOfOne) continue
      leave(listener)
      listener.end()
    }
  }
  const leave = (listener: LiveListener) => {
    listeners.delete(listener)
    if (listeners.size === 0) rest()
  }
  const dismiss = () => {
    tell(listener => listener.end())
    listeners.clear()
    rest()
  }
  const rest = () => {
    for (const stop of stops.splice(0)) stop()
    last = undefined
  }

  const watched: WatchedBoard = {
    async board() {
      const { revision } = await pulseOf(parts) // read first: at worst the board is newer than it says
      if (known?.revision !== revision) {
        const board = watch(parts, timesOf)
        known = { revision, board }
        board.catch(() => (known = undefined))
      }
      return { ...(await known.board), revision }
    },

    subscribe(listener) {
      if (ended) {
        listener.end()
        return () => undefined
      }
      listeners.set(listener, { beats: 0 })
      if (last) listener.pulse(last)
      if (stops.length === 0) {
        stops = [repeat(pollEvery, () => void poll()), repeat(beatEvery, beat)]
        void poll()
      }
      return () => {
        leave(listener)
      }
    },
  }
  return {
    for(actor) {
      requireRight(actor, 'watch.see')
      return watched
    },

    end() {
      ended = true // a request that was under way must not begin what nobody would end
      dismiss()
    },
  }
}

async function pulseOf({ store, clock }: Pick<Parts, 'store' | 'clock'>): Promise<Pulse> {
  const at = clock.now()
  return { revision: `${await store.read.history.revision()}@${at.slice(0, 'YYYY-MM-DDTHH:MM'.length)}`, at }
}

function realTimer(milliseconds: number, task: () => void): () => void {
  const timer = setInterval(task, milliseconds)
  return () => {
    clearInterval(timer)
  }
}
