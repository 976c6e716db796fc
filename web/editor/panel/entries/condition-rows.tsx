import { isTerm, type Condition, type Term } from '../feel/condition'
import { firstTerm } from '../feel/shown'
import { factNamed, type FactGroup } from '../model/dictionary'
import { useOffice } from '../office'
import { Icon } from './icon'
import { BareSelect } from './select-entry'
import { TermRow } from './term-row'

interface RowsProps {
  readonly condition: Condition
  readonly facts: readonly FactGroup[]
  readonly onChange: (condition: Condition) => void
}

/** The sentences of a condition beneath each other, and how they are joined; a group in brackets is a box of its own. */
export function ConditionRows({ condition, facts, onChange }: RowsProps) {
  const { words } = useOffice()
  const { join, parts } = condition
  const put = (place: number, part: Term | Condition | null) => {
    const next = parts.flatMap((old, index) => (index === place ? (part ?? []) : old))
    onChange({ join, parts: next })
  }
  return (
    <>
      {parts.length > 1 && (
        <label class="panel-join">
          <span>{words('condition.join')}</span>
          <BareSelect
            label={words('condition.join')}
            value={join}
            options={(['and', 'or'] as const).map(value => ({
              value,
              label: words(`condition.join.${value}`),
            }))}
            onCommit={value => {
              onChange({ join: value === 'or' ? 'or' : 'and', parts })
            }}
          />
        </label>
      )}
      <ol class="panel-terms">
        {parts.map((part, place) => (
          // sentences have no names of their own; their place is what people see
          <li key={place}>
            {place > 0 && <span class="panel-join-word">{words(`condition.${join}`)}</span>}
            {isTerm(part) ? (
              <TermRow
                term={part}
                facts={facts}
                place={place + 1}
                onChange={term => {
                  put(place, term)
                }}
                onRemove={() => {
                  put(place, null)
                }}
              />
            ) : (
              <Group
                condition={part}
                facts={facts}
                onChange={group => {
                  put(place, group)
                }}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

function Group({
  condition,
  facts,
  onChange,
}: Omit<RowsProps, 'onChange'> & { readonly onChange: (group: Term | Condition | null) => void }) {
  const { words } = useOffice()
  const last = condition.parts.at(-1)
  return (
    <div class="panel-term-group" role="group" aria-label={words('condition.group')}>
      <ConditionRows
        condition={condition}
        facts={facts}
        onChange={group => {
          const [only, ...more] = group.parts
          onChange(only === undefined ? null : more.length === 0 ? only : group)
        }}
      />
      <button
        type="button"
        class="btn btn-link btn-sm"
        onClick={() => {
          const fact = factNamed(facts, last && isTerm(last) ? last.fact : (facts[0]?.facts[0]?.key ?? ''))
          onChange({ ...condition, parts: [...condition.parts, firstTerm(fact)] })
        }}
      >
        <Icon name="add" />
        <span>{words('condition.add')}</span>
      </button>
    </div>
  )
}
