import { systemClock, type Clock } from '../clock.js'
import type { Environment } from '../settings.js'

/** What a command reads from and writes to; a test hands in its own. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly environment: Environment
  readonly clock: Clock
  /** Standard input to its end. */
  readonly input: () => Promise<string>
  /** Resolves when the program is told to stop (SIGTERM, Ctrl-C). */
  readonly stopped: () => Promise<void>
}

/** The terminal of this process. */
export const processTerminal: Terminal = {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  environment: process.env,
  clock: systemClock,
  async input() {
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array))
    return Buffer.concat(chunks).toString('utf8')
  },
  stopped: () =>
    new Promise(resolve => {
      const stop = () => {
        // the second one finds nobody listening and ends the program at once
        for (const signal of signals) process.off(signal, stop)
        resolve()
      }
      for (const signal of signals) process.on(signal, stop)
    }),
}

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
