import type BaseViewer from 'bpmn-js/lib/BaseViewer'
import type { LintProblem } from '../../../src/engine/lint/problem'
import type { LintOptions } from '../../../src/engine/lint/rule'
import type { ElementRegistry, Overlays, Shape } from '../bpmn-js'
import type { Drawn } from '../drawn'
import type { Words } from '../words'
import { findShapeIn } from '../find-shape'
import { askWorker } from './ask'
import { fixOf } from './fixes'
import type { Fixing } from './fixing'
import { createList } from './list'
import { createMarks } from './marks'

/** What is known to be wrong with the diagram on the board. */
export interface Problems {
  /** looks the text over and shows what is found */
  examine(xml: string): Promise<void>
  /** what only the server can know (who holds a role, what a service can do), shown with the rest */
  fromServer(problems: readonly LintProblem[]): void
}

/** Ties the worker, the marks on the drawing and the list together. @param fixing null where nothing may be changed */
export function createProblems(parts: {
  readonly viewer: BaseViewer
  readonly section: HTMLElement
  readonly workerUrl: string
  readonly house: LintOptions
  readonly words: Words
  readonly drawn: Drawn
  readonly goTo: (shape: Shape) => void
  readonly fixing: Fixing | null
}): Problems {
  const { viewer, section, workerUrl, house, words, drawn, goTo, fixing } = parts
  const find = findShapeIn(viewer.get<ElementRegistry>('elementRegistry'))
  let found: readonly LintProblem[] = []
  let served: readonly LintProblem[] = []

  const list = createList(section, words, drawn, {
    goTo: id => {
      const shape = find(id)
      if (shape) goTo(shape)
    },
    fixOf: problem => (fixing ? fixOf(problem, fixing) : undefined),
  })
  const mark = createMarks({ overlays: viewer.get<Overlays>('overlays'), find }, words, drawn, id => {
    list.tell(id)
  })
  const ask = askWorker(workerUrl, house, () => {
    list.fail()
  })
  const show = () => {
    const all = merged(found, served)
    mark(all)
    list.show(all)
  }
  return {
    async examine(xml) {
      const problems = await ask(xml)
      if (problems === null) return
      found = problems
      show()
    },
    fromServer(problems) {
      served = problems
      show()
    },
  }
}

/** Each once, errors first; otherwise in the order they came. */
function merged(found: readonly LintProblem[], served: readonly LintProblem[]): readonly LintProblem[] {
  const known = new Set(found.map(sameAs))
  const all = [...found, ...served.filter(problem => !known.has(sameAs(problem)))]
  const rank = ({ severity }: LintProblem) => (severity === 'error' ? 0 : 1)
  return all.sort((a, b) => rank(a) - rank(b))
}

function sameAs({ rule, elementId, message }: LintProblem): string {
  return JSON.stringify([rule, elementId, message])
}
