import type { BpmnBoundaryEvent, BpmnFlowNode } from '../../../../src/engine/schema/moddle-types'
import { limitAttributeOf } from '../edit/limit-attributes'
import { Icon } from '../entries/icon'
import { Section } from '../entries/section'
import { limitsOn, nameOf, timerIn } from '../model/steps'
import { useOffice } from '../office'
import { LimitEntries, lengthWords } from './limit-entries'

/** 时限 of an activity: the timers on its border, each to be opened here without looking for its little clock. */
export function Limits({ element: activity }: { readonly element: BpmnFlowNode }) {
  const { words, addLimit } = useOffice()
  const limits = limitsOn(activity)
  return (
    <Section id="limits" title={words('limits')} count={limits.length}>
      {limits.length === 0 && <p class="field-help">{words('limits.none')}</p>}
      {limits.map(limit => (
        <LimitCard key={limit.id ?? ''} limit={limit} />
      ))}
      <button type="button" class="btn btn-outline-primary btn-sm" onClick={addLimit}>
        <Icon name="add" />
        {words('limits.add')}
      </button>
    </Section>
  )
}

function LimitCard({ limit }: { readonly limit: BpmnBoundaryEvent }) {
  const { words, select } = useOffice()
  const timer = timerIn(limit)
  if (!timer) return null
  const kind = limitAttributeOf(timer, 'kind') || 'none'
  return (
    <details class="panel-card">
      <summary>
        <span class="panel-card-name">{nameOf(limit)}</span>
        <span class="panel-card-note">
          {lengthWords(timer, words)} · {words(`limit.kind.${kind}`)}
        </span>
      </summary>
      <div class="panel-card-body">
        <LimitEntries event={limit} timer={timer} />
        <button
          type="button"
          class="btn btn-link btn-sm"
          onClick={() => {
            select(limit.id ?? '')
          }}
        >
          <Icon name="place" />
          <span>{words('limit.show')}</span>
        </button>
      </div>
    </details>
  )
}
