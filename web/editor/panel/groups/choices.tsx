import type { CamundaFormField, CamundaValue } from '../../../../src/engine/schema/camunda-types'
import { addChoice, moveChoice, nameChoice, removeChoice } from '../edit/field-choices'
import { EntryGroup } from '../entries/entry'
import { Icon } from '../entries/icon'
import { Mover } from '../entries/mover'
import { useTyped } from '../entries/typed'
import { useOffice } from '../office'

/** The choices of a field, in the order they are shown. */
export function Choices({ field }: { readonly field: CamundaFormField }) {
  const { words, edit, create, announce } = useOffice()
  const values = field.values ?? []
  const empty = values.some(({ name }) => !name?.trim())
  const error = values.length === 0 ? words('choices.none') : empty ? words('choices.empty') : undefined
  return (
    <EntryGroup id={`field-${field.id ?? ''}-choices`} label={words('choices')} error={error}>
      <ol class="panel-list">
        {values.map((choice, place) => (
          <li key={choice.id ?? place} class="panel-choice">
            <ChoiceName choice={choice} place={place + 1} />
            <Mover
              name={choice.name ?? ''}
              first={place === 0}
              last={place === values.length - 1}
              onMove={by => {
                edit(moveChoice(field, choice, by))
                announce(words('movedTo', { name: choice.name ?? '', place: place + 1 + by }))
              }}
              onRemove={() => {
                edit(removeChoice(field, choice))
                announce(words('removed', { name: choice.name ?? '' }))
              }}
            />
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="btn btn-outline-primary btn-sm"
        onClick={() => {
          edit(addChoice(field, words('choice.new', { place: values.length + 1 }), create))
        }}
      >
        <Icon name="add" />
        {words('choice.add')}
      </button>
    </EntryGroup>
  )
}

function ChoiceName({ choice, place }: { readonly choice: CamundaValue; readonly place: number }) {
  const { words, edit } = useOffice()
  const { typed, onInput, onBlur } = useTyped(choice.name ?? '', name => {
    edit(nameChoice(choice, name))
  })
  return (
    <input
      class="form-control"
      type="text"
      aria-label={words('choice.name', { place })}
      title={words('choice.id', { id: choice.id ?? '' })}
      value={typed}
      onInput={onInput}
      onBlur={onBlur}
    />
  )
}
