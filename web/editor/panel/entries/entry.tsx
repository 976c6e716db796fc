import type { ComponentChildren } from '@bpmn-io/properties-panel/preact'
import { Icon } from './icon'

/** What every entry has: an id of its own in the panel, a label, words beneath, and what is wrong. */
export interface EntryProps {
  readonly id: string
  readonly label: string
  readonly help?: string | undefined
  readonly error?: string | undefined
}

/** A control under its label. Beside it stands what a control needs to be tied to the words about it. */
export function Entry({ id, label, help, error, children }: EntryProps & { children: ComponentChildren }) {
  return (
    <div class={error ? 'panel-entry field-wrong' : 'panel-entry'} data-entry-id={id}>
      <label class="form-label" for={controlId(id)}>
        {label}
      </label>
      {children}
      <EntryWords id={id} help={help} error={error} />
    </div>
  )
}

/** Several controls under one legend. */
export function EntryGroup({
  id,
  label,
  help,
  error,
  children,
}: EntryProps & { children: ComponentChildren }) {
  return (
    <fieldset
      class={error ? 'panel-entry field-wrong' : 'panel-entry'}
      data-entry-id={id}
      aria-describedby={describedBy({ id, help, error })}
    >
      <legend class="form-label">{label}</legend>
      {children}
      <EntryWords id={id} help={help} error={error} />
    </fieldset>
  )
}

function EntryWords({ id, help, error }: Omit<EntryProps, 'label'>) {
  return (
    <>
      {error && (
        <p class="field-error" id={`${controlId(id)}-error`}>
          <Icon name="warning" />
          <span>{error}</span>
        </p>
      )}
      {help && (
        <p class="field-help" id={`${controlId(id)}-help`}>
          {help}
        </p>
      )}
    </>
  )
}

export function controlId(id: string): string {
  return `panel-${id}`
}

/** The ids of the words about an entry, for its control. */
export function describedBy({ id, help, error }: Omit<EntryProps, 'label'>): string | undefined {
  const ids = [...(error ? [`${controlId(id)}-error`] : []), ...(help ? [`${controlId(id)}-help`] : [])]
  return ids.length > 0 ? ids.join(' ') : undefined
}
