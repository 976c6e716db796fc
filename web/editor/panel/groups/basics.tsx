import { isA } from '../../../../src/engine/schema/index'
import type { BpmnBaseElement, ModdleElement } from '../../../../src/engine/schema/moddle-types'
import { documentationOf, setDocumentation } from '../edit/documentation'
import { Section } from '../entries/section'
import { TextEntry } from '../entries/text-entry'
import { timerIn } from '../model/steps'
import { useOffice } from '../office'

/** What everything has: a name, words for who does it, and the id that stays. */
export function Basics({ element }: { readonly element: ModdleElement }) {
  const { words, edit, create, rename } = useOffice()
  const { id = '' } = element
  const help = nameHelp(element)
  return (
    <Section id="basics" title={words('basics')}>
      {hasName(element) && (
        <TextEntry
          id="name"
          label={words('name')}
          value={nameIn(element)}
          help={help && words(`name.help.${help}`)}
          onCommit={rename}
        />
      )}
      {isDocumented(element) && (
        <TextEntry
          id="documentation"
          label={words('documentation')}
          help={isA(element, 'bpmn:UserTask') ? words('documentation.help') : undefined}
          value={documentationOf(element)}
          rows={4}
          onCommit={text => {
            edit(setDocumentation(element, text, create))
          }}
        />
      )}
      <p class="panel-id" title={words('id.why')}>
        <span>{words('id')}</span> <code>{id}</code>
        <span class="visually-hidden">{words('id.why')}</span>
      </p>
    </Section>
  )
}

function nameIn(element: ModdleElement): string {
  if (isA(element, 'bpmn:Participant')) return element.name ?? element.processRef?.name ?? ''
  return 'name' in element && typeof element.name === 'string' ? element.name : ''
}

function hasName(element: ModdleElement): boolean {
  return (
    isA(element, 'bpmn:FlowElement') ||
    ['bpmn:Process', 'bpmn:Participant', 'bpmn:Lane'].includes(element.$type)
  )
}

function isDocumented(element: ModdleElement): element is BpmnBaseElement {
  return isA(element, 'bpmn:FlowNode') || isA(element, 'bpmn:Process')
}

function nameHelp(element: ModdleElement): string | undefined {
  if (isA(element, 'bpmn:UserTask')) return 'task'
  if (isA(element, 'bpmn:SequenceFlow')) return 'flow'
  if (isA(element, 'bpmn:ExclusiveGateway') || isA(element, 'bpmn:InclusiveGateway')) return 'gateway'
  return timerIn(element) && 'limit'
}
