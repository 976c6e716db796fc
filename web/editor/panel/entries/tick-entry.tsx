import { useShowEntryEvent } from '@bpmn-io/properties-panel'
import type { Named } from '../model/house'
import { controlId, describedBy, EntryGroup, type EntryProps } from './entry'

/** Yes or no. */
export function TickEntry({
  value,
  onCommit,
  ...entry
}: Omit<EntryProps, 'error'> & { readonly value: boolean; readonly onCommit: (value: boolean) => void }) {
  const ref = useShowEntryEvent<HTMLInputElement>(entry.id)
  return (
    <div class="panel-entry" data-entry-id={entry.id}>
      <label class="panel-tick">
        <input
          id={controlId(entry.id)}
          ref={ref}
          class="form-check-input"
          type="checkbox"
          checked={value}
          aria-describedby={describedBy(entry)}
          onChange={event => {
            onCommit(event.currentTarget.checked)
          }}
        />
        <span>{entry.label}</span>
      </label>
      {entry.help && (
        <p class="field-help" id={`${controlId(entry.id)}-help`}>
          {entry.help}
        </p>
      )}
    </div>
  )
}

interface TicksProps extends EntryProps {
  readonly values: readonly string[]
  readonly options: readonly (Named & { readonly note?: string })[]
  readonly onCommit: (values: readonly string[]) => void
}

/** Any of a short list. They keep the order of the list. */
export function TicksEntry({ values, options, onCommit, ...entry }: TicksProps) {
  return (
    <EntryGroup {...entry}>
      {options.map(({ value, label, note }) => (
        <label key={value} class="panel-tick">
          <input
            class="form-check-input"
            type="checkbox"
            name={controlId(entry.id)}
            value={value}
            checked={values.includes(value)}
            onChange={event => {
              const { checked } = event.currentTarget
              onCommit(
                options
                  .map(option => option.value)
                  .filter(one => (one === value ? checked : values.includes(one))),
              )
            }}
          />
          <span>
            {label}
            {note && <small>{note}</small>}
          </span>
        </label>
      ))}
    </EntryGroup>
  )
}

interface RadioProps extends EntryProps {
  readonly value: string
  readonly options: readonly (Named & { readonly note?: string })[]
  readonly onCommit: (value: string) => void
}

/** One of a few, all of them seen. */
export function RadioEntry({ value, options, onCommit, ...entry }: RadioProps) {
  return (
    <EntryGroup {...entry}>
      {options.map(option => (
        <label key={option.value} class="panel-tick">
          <input
            class="form-check-input"
            type="radio"
            name={controlId(entry.id)}
            value={option.value}
            checked={option.value === value}
            onChange={() => {
              onCommit(option.value)
            }}
          />
          <span>
            {option.label}
            {option.note && <small>{option.note}</small>}
          </span>
        </label>
      ))}
    </EntryGroup>
  )
}
