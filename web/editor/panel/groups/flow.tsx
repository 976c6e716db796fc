import { isA } from '../../../../src/engine/schema/index'
import type { BpmnSequenceFlow } from '../../../../src/engine/schema/moddle-types'
import { setDefaultFlow } from '../edit/default-flow'
import { setCondition } from '../edit/flow-condition'
import { ConditionEntry } from '../entries/condition-entry'
import { Section } from '../entries/section'
import { factsAt } from '../model/dictionary'
import { nodeWords } from '../model/kind'
import { leaving } from '../model/steps'
import { useOffice } from '../office'

/** 走向 of a flow: from where to where, and when. */
export function Flow({ element: flow }: { readonly element: BpmnSequenceFlow }) {
  const { words } = useOffice()
  const { sourceRef, targetRef } = flow
  return (
    <Section id="flow" title={words('flow')}>
      <dl class="panel-facts">
        <dt>{words('flow.from')}</dt>
        <dd>{nodeWords(sourceRef, words)}</dd>
        <dt>{words('flow.to')}</dt>
        <dd>{nodeWords(targetRef, words)}</dd>
      </dl>
      <When flow={flow} />
    </Section>
  )
}

function When({ flow }: { readonly flow: BpmnSequenceFlow }) {
  const { words, house, edit, create } = useOffice()
  const { sourceRef } = flow
  const feel = flow.conditionExpression?.body?.trim() ?? ''
  const decides = isA(sourceRef, 'bpmn:ExclusiveGateway') || isA(sourceRef, 'bpmn:InclusiveGateway')
  if (!sourceRef || !decides || leaving(sourceRef).length < 2) {
    return (
      <>
        <p class="field-help">{words(feel === '' ? 'flow.plain' : 'flow.unreliable')}</p>
        {feel !== '' && (
          <button
            type="button"
            class="btn btn-outline-primary btn-sm"
            onClick={() => {
              edit(setCondition(flow, '', create))
            }}
          >
            {words('flow.dropCondition')}
          </button>
        )}
      </>
    )
  }
  if (sourceRef.default === flow) return <p class="field-help">{words('flow.default')}</p>
  return (
    <>
      <ConditionEntry
        id="condition"
        label={words('flow.condition')}
        feel={feel}
        facts={factsAt(flow, house)}
        none={words('condition.none')}
        onCommit={text => {
          edit(setCondition(flow, text, create))
        }}
      />
      <button
        type="button"
        class="btn btn-link btn-sm"
        onClick={() => {
          edit(setDefaultFlow(sourceRef, flow))
        }}
      >
        <span>{words('flow.makeDefault')}</span>
      </button>
    </>
  )
}
