import type Modeler from 'bpmn-js/lib/Modeler'
import type { EventBus } from './bpmn-js'

/** Long enough for a stroke to end, short enough to be answered while one still looks at it. */
const quiet = 250

/**
 * Tells of what is on the board after each pause in drawing, as text: written once for all who want it.
 * @param touched told of each stroke at once
 */
export function watchChanges(modeler: Modeler, touched: () => void, tell: (xml: string) => void): void {
  let timer: number | undefined
  modeler.get<EventBus>('eventBus').on('commandStack.changed', ({ trigger }) => {
    if (trigger === 'clear') return // another diagram was opened
    touched()
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void textOf(modeler).then(tell), quiet)
  })
}

/** What is on the board, as it is saved and exported. */
export async function textOf(modeler: Modeler): Promise<string> {
  const { xml } = await modeler.saveXML({ format: true })
  if (xml === undefined) throw new Error('The diagram could not be written')
  return xml
}
