import type { Response } from 'express'

/** Server-sent events (HTML Living Standard, 9.2) to one browser. */
export interface EventStream {
  /** With an id the browser tells it when it comes back. `data` goes as JSON. */
  send(event: { readonly name: string; readonly id?: string; readonly data: unknown }): void
  end(): void
}

/** The browser comes back after so many milliseconds when the stream ends or breaks. */
const retryAfter = 1000
/** Who reads so slowly that this many bytes wait is cut off, and comes back when the line is better. */
const mostWaiting = 64 * 1024

/** Turns an answer into a stream. It has no length and no end of its own: no time limit of the server touches it. */
export function openEventStream(response: Response): EventStream {
  response.status(200)
  response.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // a proxy that collects answers before it passes them on would hold every event back
    'X-Accel-Buffering': 'no',
  })
  response.flushHeaders()
  response.write(`retry: ${retryAfter}\n\n`)
  return {
    send({ name, id, data }) {
      if (response.writableLength > mostWaiting) {
        response.destroy()
        return
      }
      const lines = [
        `event: ${name}`,
        ...(id === undefined ? [] : [`id: ${id}`]),
        `data: ${JSON.stringify(data)}`,
      ]
      response.write(`${lines.join('\n')}\n\n`)
    },
    end() {
      response.end()
    },
  }
}

/** Streams of one account at once: a person has a few windows, and a program that opens more takes the server's lines. */
export const mostStreams = 8

/** Counts the streams that are open. */
export function countStreams(): {
  /** @returns whether this account may have one more; if so it is counted until the answer closes */
  enter(accountId: number, response: Response): boolean
} {
  const open = new Map<number, number>()
  return {
    enter(accountId, response) {
      const now = open.get(accountId) ?? 0
      if (now >= mostStreams) return false
      open.set(accountId, now + 1)
      response.once('close', () => {
        const left = (open.get(accountId) ?? 1) - 1
        if (left > 0) open.set(accountId, left)
        else open.delete(accountId)
      })
      return true
    },
  }
}
