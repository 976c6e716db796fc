import type { CamundaFormField } from '../../../../src/engine/schema/camunda-types'
import type { BpmnUserTask } from '../../../../src/engine/schema/moddle-types'
import { fieldTypes } from '../../../../src/engine/schema/form'
import { constraintOf, setConstraint } from '../edit/field-constraints'
import { propertyOf, setProperty } from '../edit/field-properties'
import { setFieldId, setFieldLabel, setFieldType } from '../edit/form-field'
import { fieldsOf } from '../edit/form-fields'
import { ConditionEntry } from '../entries/condition-entry'
import { SelectEntry } from '../entries/select-entry'
import { TextEntry } from '../entries/text-entry'
import { TickEntry } from '../entries/tick-entry'
import { factsAt } from '../model/dictionary'
import { isFreshId } from '../model/new-field'
import { useOffice } from '../office'
import { Choices } from './choices'
import { FieldChecks } from './field-checks'

interface FieldProps {
  readonly task: BpmnUserTask
  readonly field: CamundaFormField
  readonly onRenamed: (id: string) => void
}

/** Everything about one field. */
export function FieldEntries({ task, field, onRenamed }: FieldProps) {
  const { words, house, edit, create } = useOffice()
  const id = field.id ?? ''
  const at = (name: string) => `field-${id}-${name}`
  const type = field.type ?? 'string'
  return (
    <>
      <TextEntry
        id={at('label')}
        label={words('field.label')}
        value={field.label ?? ''}
        problem={typed => (typed.trim() === '' ? words('field.label.missing') : undefined)}
        onCommit={label => {
          edit(setFieldLabel(field, label))
        }}
      />
      <SelectEntry
        id={at('type')}
        label={words('field.type')}
        value={type}
        options={[
          ...fieldTypes.map(value => ({ value, label: words(`type.${value}`) })),
          ...(fieldTypes.some(known => known === type)
            ? []
            : [{ value: type, label: words('unknown', { value: type }) }]),
        ]}
        onCommit={next => {
          const first = [1, 2].map(place => ({
            id: `option_${place}`,
            name: words('choice.new', { place }),
          }))
          edit(setFieldType(field, next, first, create))
        }}
      />
      {type === 'enum' && <Choices field={field} />}
      <TickEntry
        id={at('required')}
        label={words('field.isRequired')}
        value={constraintOf(field, 'required') !== undefined}
        onCommit={required => {
          edit(setConstraint(field, 'required', required ? '' : undefined, create))
        }}
      />
      <TextEntry
        id={at('help')}
        label={words('field.help')}
        help={words('field.help.help')}
        value={propertyOf(field, 'help') ?? ''}
        rows={2}
        onCommit={text => {
          edit(setProperty(field, 'help', text, create))
        }}
      />
      <ConditionEntry
        id={at('show-when')}
        label={words('field.showWhen')}
        feel={propertyOf(field, 'showWhen') ?? ''}
        facts={othersThan(id, factsAt(task, house, task))}
        none={words('field.showWhen.always')}
        onCommit={feel => {
          edit(setProperty(field, 'showWhen', feel, create))
        }}
      />
      <FieldChecks field={field} />
      <FieldId task={task} field={field} onRenamed={onRenamed} />
    </>
  )
}

// a field that decides over itself could never be shown
function othersThan(id: string, groups: ReturnType<typeof factsAt>): ReturnType<typeof factsAt> {
  return groups.map(({ source, facts }) => ({ source, facts: facts.filter(({ key }) => key !== id) }))
}

function FieldId({ task, field, onRenamed }: FieldProps) {
  const { words, house, edit } = useOffice()
  const id = field.id ?? ''
  const fact = house.facts.find(({ key }) => key === id)
  if (!isFreshId(id)) {
    return (
      <p class="panel-id">
        <span>{words('field.id')}</span> <code>{id}</code>
        <small>{fact ? words('field.id.known', { label: fact.label }) : words('field.id.kept')}</small>
      </p>
    )
  }
  const problem = (typed: string) => {
    if (!/^[A-Za-z_]\w*$/.test(typed) || typed === 'now') return words('field.id.wrong')
    const used = fieldsOf(task).some(other => other !== field && other.id === typed)
    return used ? words('field.id.used', { id: typed }) : undefined
  }
  return (
    <TextEntry
      id={`field-${id}-id`}
      label={words('field.id')}
      help={words('field.id.new')}
      value={id}
      code
      problem={problem}
      onCommit={typed => {
        if (problem(typed)) return
        onRenamed(typed)
        edit(setFieldId(field, typed))
      }}
    />
  )
}
