import type { LintProblem } from '../../../src/engine/lint/problem'
import type { Finding, Question } from '../../lint/index'

/** Has a diagram looked over; null when a newer one was asked about meanwhile. */
export type AskAbout = (xml: string) => Promise<readonly LintProblem[] | null>

/**
 * Looks diagrams over in a worker of its own. While one is being looked over only the newest of those that came
 * meanwhile waits: who draws fast is not answered about each stroke.
 * @param failed told when the worker cannot be started
 */
export function askWorker(url: string, failed: () => void): AskAbout {
  const worker = new Worker(url)
  let number = 0
  let asked: { number: number; settle: (problems: readonly LintProblem[] | null) => void } | undefined
  let waiting: { xml: string; settle: (problems: readonly LintProblem[] | null) => void } | undefined

  const ask = (xml: string, settle: (problems: readonly LintProblem[] | null) => void) => {
    number += 1
    asked = { number, settle }
    worker.postMessage({ number, xml } satisfies Question)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Finding>) => {
    if (data.number !== asked?.number) return
    asked.settle(waiting ? null : data.problems)
    asked = undefined
    const next = waiting
    waiting = undefined
    if (next) ask(next.xml, next.settle)
  })
  worker.addEventListener('error', failed)
  return xml =>
    new Promise(settle => {
      if (!asked) ask(xml, settle)
      else {
        waiting?.settle(null)
        waiting = { xml, settle }
      }
    })
}
