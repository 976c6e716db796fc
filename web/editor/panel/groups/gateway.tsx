import { isA } from '../../../../src/engine/schema/index'
import type { BpmnFlowNode, BpmnSequenceFlow } from '../../../../src/engine/schema/moddle-types'
import { setDefaultFlow } from '../edit/default-flow'
import { EntryGroup } from '../entries/entry'
import { Icon } from '../entries/icon'
import { Section } from '../entries/section'
import { inWords } from '../feel/in-words'
import { factsAt } from '../model/dictionary'
import { nodeWords } from '../model/kind'
import { leaving } from '../model/steps'
import { useOffice } from '../office'

/** 走向 of a gateway: its ways, when each is taken, and which one in all other cases. */
export function Gateway({ element: gateway }: { readonly element: BpmnFlowNode }) {
  const { words } = useOffice()
  const flows = leaving(gateway)
  const decides = isA(gateway, 'bpmn:ExclusiveGateway') || isA(gateway, 'bpmn:InclusiveGateway')
  if (flows.length < 2 || !decides) {
    const word = flows.length < 2 ? 'gateway.single' : 'gateway.parallel'
    return (
      <Section id="flow" title={words('flow')}>
        {!isA(gateway, 'bpmn:EventBasedGateway') && <p class="field-help">{words(word)}</p>}
      </Section>
    )
  }
  return (
    <Section id="flow" title={words('flow')} count={flows.length}>
      <EntryGroup
        id="default-flow"
        label={words('gateway.flows')}
        error={gateway.default ? undefined : words('gateway.noDefault')}
      >
        {flows.map(flow => (
          <Way key={flow.id ?? ''} gateway={gateway} flow={flow} />
        ))}
      </EntryGroup>
    </Section>
  )
}

function Way({ gateway, flow }: { readonly gateway: BpmnFlowNode; readonly flow: BpmnSequenceFlow }) {
  const { words, house, edit, select } = useOffice()
  const isDefault = gateway.default === flow
  const feel = flow.conditionExpression?.body?.trim() ?? ''
  const when = isDefault
    ? words('gateway.otherwise')
    : feel === ''
      ? words('gateway.noCondition')
      : inWords(feel, factsAt(flow, house), words)
  const name = flow.name?.trim()
  const target = words('limit.next', { name: nodeWords(flow.targetRef, words) })
  return (
    <div class="panel-card panel-way">
      <p class="panel-card-name">{name ? `${name}：${target}` : target}</p>
      <p class="panel-card-note">{when}</p>
      <div class="panel-actions">
        <label class="panel-tick">
          <input
            class="form-check-input"
            type="radio"
            name="panel-default-flow"
            checked={isDefault}
            onChange={() => {
              edit(setDefaultFlow(gateway, flow))
            }}
          />
          <span>{words('gateway.default')}</span>
        </label>
        <button
          type="button"
          class="btn btn-link btn-sm"
          aria-label={`${words('open')}：${target}`}
          onClick={() => {
            select(flow.id ?? '')
          }}
        >
          <span>{words('open')}</span>
          <Icon name="next" />
        </button>
      </div>
    </div>
  )
}
