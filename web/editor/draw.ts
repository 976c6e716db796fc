import type Modeler from 'bpmn-js/lib/Modeler'
import type { LintProblem } from '../../src/engine/lint/problem'
import type {
  BpmnFactory,
  BpmnReplace,
  CommandStack,
  ElementFactory,
  ElementRegistry,
  Modeling,
  Shape,
} from './bpmn-js'
import { watchChanges } from './changes'
import { findShapeIn } from './find-shape'
import { tieFiles } from './files/files'
import { createModeler } from './modeler'
import { partOf } from './page-parts'
import { panelConfig } from './panel/index'
import { createProblems } from './problems/problems'
import { askUser } from './question'
import type { DraftServer } from './saving/draft-server'
import { tieSaving } from './saving/saving'
import type { Setting } from './setting'
import { tieToolbar } from './toolbar'
import { createView } from './view'

/**
 * Opens the board: what is drawn is looked over and saved after each pause.
 * @returns what to do with the problems that the server finds
 */
export async function draw(
  { section, settings, words, board, drawn, draft }: Setting,
  server: DraftServer,
): Promise<(problems: readonly LintProblem[]) => void> {
  const modeler = createModeler(partOf(section, 'canvas', HTMLElement), panelConfig(section), words, board)
  const ask = askUser(partOf(section, 'question', HTMLDialogElement))
  await modeler.importXML(draft.xml)
  const view = createView(modeler)
  view.fit()

  const problems = createProblems({
    viewer: modeler,
    section: partOf(section, 'problems', HTMLElement),
    workerUrl: section.dataset.worker ?? '',
    house: settings.house,
    words,
    drawn,
    goTo: view.goTo,
    fixing: {
      find: findShapeIn(modeler.get<ElementRegistry>('elementRegistry')),
      modeling: modeler.get<Modeling>('modeling'),
      factory: modeler.get<BpmnFactory>('bpmnFactory'),
      replace: modeler.get<BpmnReplace>('bpmnReplace'),
      elements: modeler.get<ElementFactory>('elementFactory'),
      edit: (element, changes) => {
        modeler.get<CommandStack>('commandStack').execute('officePanel.edit', { element, changes })
      },
      house: settings.house,
      words,
      rename: shape => {
        rename(modeler, view.goTo, shape)
      },
    },
  })
  const open = async (xml: string) => {
    await modeler.importXML(xml)
    view.fit()
    await problems.examine(xml)
  }
  const saving = await tieSaving({ section, settings, words, drawn, ask, server, draft, open })
  watchChanges(
    modeler,
    () => {
      saving.touched()
    },
    xml => {
      saving.changed(xml)
      void problems.examine(xml)
    },
  )
  tieToolbar(modeler, section, view, words)
  tieFiles({
    modeler,
    section,
    key: settings.key,
    words,
    ask,
    imported: xml => {
      view.fit()
      saving.changed(xml)
      void problems.examine(xml)
    },
  })
  // the board can be used while it is looked over
  if (!saving.isPending()) void problems.examine(draft.xml)
  return found => {
    problems.fromServer(found)
  }
}

function rename(modeler: Modeler, goTo: (shape: Shape) => void, shape: Shape): void {
  goTo(shape)
  modeler.get<{ activate(element: Shape): void }>('directEditing').activate(shape)
}
