import type { LintProblem } from '../../src/engine/lint/problem'
import { createLooker } from './modeler'
import { createProblems } from './problems/problems'
import { partOf } from './page-parts'
import type { Setting } from './setting'
import { tieView } from './toolbar'
import { createView } from './view'
import type { Canvas } from './bpmn-js'
import { moveByTouch } from '../viewer/navigation'

/**
 * On a small screen: the diagram and what is wrong with it, to look at.
 * @returns what to do with the problems that the server finds
 */
export async function look({
  section,
  settings,
  words,
  board,
  drawn,
  draft,
}: Setting): Promise<(problems: readonly LintProblem[]) => void> {
  const viewer = createLooker(partOf(section, 'canvas', HTMLElement), words, board)
  await viewer.importXML(draft.xml)
  const view = createView(viewer)
  view.fit()
  moveByTouch(viewer.get<Canvas>('canvas'), partOf(section, 'canvas', HTMLElement))
  tieView(section, view)
  const problems = createProblems({
    viewer,
    section: partOf(section, 'problems', HTMLElement),
    workerUrl: section.dataset.worker ?? '',
    house: settings.house,
    words,
    drawn,
    goTo: view.goTo,
    fixing: null,
  })
  void problems.examine(draft.xml)
  return found => {
    problems.fromServer(found)
  }
}
