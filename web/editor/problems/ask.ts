import type { LintProblem } from '../../../src/engine/lint/problem'
import type { LintOptions } from '../../../src/engine/lint/rule'
import type { Finding, Question } from '../../lint/index'

/** Has a diagram looked over; null when a newer one was asked about meanwhile. */
export type AskAbout = (xml: string) => Promise<readonly LintProblem[] | null>

/**
 * Looks diagrams over in a worker of its own. While one is being looked over only the newest of those that came
 * meanwhile waits: who draws fast is not answered about each stroke.
 * @param house what the rules are told of it
 * @param failed told when the worker cannot be started
 */
export function askWorker(url: string, house: LintOptions, failed: () => void): AskAbout {
  const worker = new Worker(url)
  let number = 0
  let asked: { number: number; settle: (problems: readonly LintProblem[] | null) => void } | undefined
  let waiting: { xml: string; settle: (problems: readonly LintProblem[] | null) => void } | undefined

  const ask = (xml: string, settle: (problems: readonly LintProblem[] | null) => void) => {
    number += 1
    asked = { number, settle }
    worker.postMessage({ number, xml, house } satisfies Question)
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
