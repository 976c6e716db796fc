import { useState } from '@bpmn-io/properties-panel/preact/hooks'
import { feelProblem } from '../../../../src/engine/lint/feel-problem'
import type { Condition } from '../feel/condition'
import { firstTerm, shownCondition } from '../feel/shown'
import { writeCondition } from '../feel/write-condition'
import type { FactGroup } from '../model/dictionary'
import { useOffice } from '../office'
import { ConditionRows } from './condition-rows'
import { EntryGroup } from './entry'
import { Icon } from './icon'
import { TextEntry } from './text-entry'

interface ConditionProps {
  readonly id: string
  readonly label: string
  readonly feel: string
  readonly facts: readonly FactGroup[]
  /** what no condition means here */
  readonly none: string
  readonly onCommit: (feel: string) => void
}

/**
 * A condition sentence by sentence, or as the text it is for who wants it and for what no sentences say. A text is never
 * rewritten by looking at it.
 */
export function ConditionEntry({ id, label, feel, facts, none, onCommit }: ConditionProps) {
  const { words } = useOffice()
  const [asText, setAsText] = useState(false)
  const shown = feel.trim() === '' ? { join: 'and' as const, parts: [] } : shownCondition(feel, facts)
  const commit = (condition: Condition) => {
    onCommit(condition.parts.length === 0 ? '' : writeCondition(condition))
  }
  const toggle = (word: 'text' | 'build', next: boolean) => (
    <button
      type="button"
      class="btn btn-link btn-sm"
      onClick={() => {
        setAsText(next)
      }}
    >
      <span>{words(`condition.${word}`)}</span>
    </button>
  )
  if (!shown || asText) {
    return (
      <EntryGroup
        id={id}
        label={label}
        help={shown || feel.trim() === '' ? undefined : words('condition.odd')}
      >
        <TextEntry
          id={`${id}-feel`}
          label={words('condition.feel')}
          help={words('condition.feel.help')}
          value={feel}
          rows={3}
          code
          problem={typed => (typed.trim() === '' ? undefined : feelProblem(typed))}
          onCommit={typed => {
            onCommit(typed.trim())
          }}
        />
        {shown && toggle('build', false)}
      </EntryGroup>
    )
  }
  const first = facts[0]?.facts[0]
  return (
    <EntryGroup id={id} label={label}>
      {shown.parts.length === 0 && <p class="field-help">{none}</p>}
      <ConditionRows condition={shown} facts={facts} onChange={commit} />
      <div class="panel-actions">
        {first && (
          <button
            type="button"
            class="btn btn-outline-primary btn-sm"
            onClick={() => {
              commit({ ...shown, parts: [...shown.parts, firstTerm(first)] })
            }}
          >
            <Icon name="add" />
            {words('condition.add')}
          </button>
        )}
        {first && shown.parts.length > 0 && (
          <button
            type="button"
            class="btn btn-outline-primary btn-sm"
            onClick={() => {
              const group = {
                join: shown.join === 'and' ? ('or' as const) : ('and' as const),
                parts: [firstTerm(first), firstTerm(first)],
              }
              commit({ ...shown, parts: [...shown.parts, group] })
            }}
          >
            <Icon name="add" />
            {words('condition.addGroup')}
          </button>
        )}
        {toggle('text', true)}
      </div>
    </EntryGroup>
  )
}
