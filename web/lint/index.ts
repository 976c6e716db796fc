// A worker: looks over a diagram beside the page, so that drawing and typing stay smooth. It asks by the very lines that
// the server and `bandecheng lint` ask by.
import { examineText } from '../../src/engine/lint/examine'
import type { LintProblem } from '../../src/engine/lint/problem'
import type { LintOptions } from '../../src/engine/lint/rule'

/** What the editor sends. */
export interface Question {
  readonly number: number
  readonly xml: string
  readonly house: LintOptions
}

/** What comes back, under the question’s number. */
export interface Finding {
  readonly number: number
  readonly problems: readonly LintProblem[]
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  void examineText(data.xml, data.house).then(({ problems }) => {
    postMessage({ number: data.number, problems } satisfies Finding)
  })
})
