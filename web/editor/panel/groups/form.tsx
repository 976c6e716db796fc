import { useEffect, useState } from '@bpmn-io/properties-panel/preact/hooks'
import type { CamundaFormField } from '../../../../src/engine/schema/camunda-types'
import type { BpmnUserTask } from '../../../../src/engine/schema/moddle-types'
import { addField, fieldsOf, moveField, removeField, type NewField } from '../edit/form-fields'
import { Icon } from '../entries/icon'
import { Mover } from '../entries/mover'
import { Section } from '../entries/section'
import { SelectEntry } from '../entries/select-entry'
import { constraintOf } from '../edit/field-constraints'
import { propertyOf } from '../edit/field-properties'
import { adoptable, fieldFor, newField } from '../model/new-field'
import { nameOf, processOf } from '../model/steps'
import { useOffice } from '../office'
import { FieldEntries } from './field-entries'
import { FormPreview } from './form-preview'

/** 表单: the special form it may have, its fields in their order, and how it will look. */
export function TaskForm({ element: task }: { readonly element: BpmnUserTask }) {
  const { words, house, edit, create, announce } = useOffice()
  const fields = fieldsOf(task)
  const [opened, setOpened] = useState<string | null>(null)
  const [fresh, setFresh] = useState<string | null>(null)
  useEffect(() => {
    // who adds a field writes its name next
    if (fresh !== null) document.querySelector<HTMLInputElement>(`#panel-field-${fresh}-label`)?.select()
    setFresh(null)
  }, [fresh])
  const add = (field: NewField) => {
    edit(addField(task, field, create))
    setOpened(field.id)
    setFresh(field.id)
    announce(words('added', { name: field.label }))
  }
  const process = processOf(task)
  return (
    <Section id="form" title={words('form')} count={fields.length}>
      <Special task={task} />
      {fields.length === 0 && <p class="field-help">{words('form.empty')}</p>}
      <ol class="panel-list" aria-label={words('form.fields', { count: fields.length })}>
        {fields.map((field, place) => (
          <FieldCard
            key={field.id ?? place}
            task={task}
            field={field}
            place={place}
            last={place === fields.length - 1}
            open={opened === field.id}
            onOpen={open => {
              if (open) setOpened(field.id ?? null)
              else if (opened === field.id) setOpened(null)
            }}
            onRenamed={setOpened}
          />
        ))}
      </ol>
      <div class="panel-actions">
        {process && (
          <button
            type="button"
            class="btn btn-outline-primary btn-sm"
            onClick={() => {
              add(newField(process, house, words('field.new')))
            }}
          >
            <Icon name="add" />
            {words('form.add')}
          </button>
        )}
        <FormPreview task={task} />
      </div>
      <SelectEntry
        id="adopt"
        label={words('form.adopt')}
        help={words('form.adopt.help')}
        value=""
        options={[
          { value: '', label: words('form.adopt.choose') },
          ...adoptable(task, house).map(({ key, label }) => ({ value: key, label })),
        ]}
        onCommit={key => {
          const fact = house.facts.find(one => one.key === key)
          if (fact) add(fieldFor(fact))
        }}
      />
    </Section>
  )
}

function Special({ task }: { readonly task: BpmnUserTask }) {
  const { words, house, edit } = useOffice()
  const key = task.formKey ?? ''
  const form = house.forms.find(({ value }) => value === key)
  const known = [{ value: '', label: words('form.special.none') }, ...house.forms]
  return (
    <SelectEntry
      id="form-key"
      label={words('form.special')}
      help={form && words('form.special.help', { adds: form.adds })}
      value={key}
      options={
        key === '' || form ? known : [...known, { value: key, label: words('unknown', { value: key }) }]
      }
      onCommit={value => {
        edit([{ of: task, set: { 'camunda:formKey': value === '' ? undefined : value } }])
      }}
    />
  )
}

interface CardProps {
  readonly task: BpmnUserTask
  readonly field: CamundaFormField
  readonly place: number
  readonly last: boolean
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  /** its id changed: what is open is known by it */
  readonly onRenamed: (id: string) => void
}

function FieldCard({ task, field, place, last, open, onOpen, onRenamed }: CardProps) {
  const { words, edit, announce } = useOffice()
  const name = nameOf({ name: field.label ?? '', id: field.id ?? '' })
  const required = constraintOf(field, 'required') !== undefined
  const conditional = propertyOf(field, 'showWhen') !== undefined
  const body = `panel-field-${place}`
  return (
    <li class="panel-card" data-field={field.id}>
      <div class="panel-card-head">
        <button
          type="button"
          class="panel-card-open"
          aria-expanded={open}
          aria-controls={body}
          onClick={() => {
            onOpen(!open)
          }}
        >
          <span class="panel-card-name">{name}</span>
          <span class="panel-card-note">
            {words(`type.${field.type ?? 'string'}`)}
            {required && ` · ${words('field.required')}`}
            {conditional && ` · ${words('field.conditional')}`}
          </span>
        </button>
        <Mover
          name={name}
          first={place === 0}
          last={last}
          onMove={by => {
            edit(moveField(task, field, by))
            announce(words('movedTo', { name, place: place + 1 + by }))
          }}
          onRemove={() => {
            edit(removeField(task, field))
            announce(words('removed', { name }))
          }}
        />
      </div>
      <div class="panel-card-body" id={body} hidden={!open}>
        {open && <FieldEntries task={task} field={field} onRenamed={onRenamed} />}
      </div>
    </li>
  )
}
