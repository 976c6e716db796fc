import { PropertiesPanel } from '@bpmn-io/properties-panel'
import { useEffect, useMemo, useState } from '@bpmn-io/properties-panel/preact/hooks'
import type { ModdleElement } from '../../../src/engine/schema/moddle-types'
import type { Words } from '../words'
import { groupsFor } from './groups-for'
import { kindOf } from './model/kind'
import { nameOf } from './model/steps'
import { OfficeProvider, type PanelOffice } from './office'

/** What is selected now: one element, several, or none (then the procedure itself, once it is there). */
export type Shown = ModdleElement | 'several' | null

interface PanelProps {
  readonly office: Omit<PanelOffice, 'announce'>
  readonly eventBus: { on(event: string, act: () => void): void; off(event: string, act: () => void): void }
  readonly shown: () => Shown
}

/** The whole panel: drawn anew when something else is selected or what is selected changes. */
export function Panel({ office, eventBus, shown }: PanelProps) {
  const [, setTurn] = useState(0)
  const [said, announce] = useState('')
  useEffect(() => {
    const again = () => {
      setTurn(turn => turn + 1)
    }
    const events = [
      'selection.changed',
      'elements.changed',
      'import.done',
      'root.set',
      'commandStack.changed',
    ]
    for (const event of events) eventBus.on(event, again)
    return () => {
      for (const event of events) eventBus.off(event, again)
    }
  }, [eventBus])
  const complete = useMemo(() => ({ ...office, announce }), [office])
  const element = shown()
  return (
    <OfficeProvider value={complete}>
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {element === null || element === 'several' ? (
        <p class="panel-empty">{office.words(element ?? 'nothing')}</p>
      ) : (
        <Properties element={element} words={office.words} eventBus={eventBus} />
      )}
    </OfficeProvider>
  )
}

function Properties({
  element,
  words,
  eventBus,
}: {
  readonly element: ModdleElement
  readonly words: Words
  readonly eventBus: object
}) {
  return (
    <>
      <header class="panel-head">
        <p>{words(`kind.${kindOf(element)}`)}</p>
        <h2>{nameOf(element) || words('none')}</h2>
      </header>
      <PropertiesPanel element={element} groups={groupsFor(element)} eventBus={eventBus} />
    </>
  )
}
