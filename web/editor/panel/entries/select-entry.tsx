import { useShowEntryEvent } from '@bpmn-io/properties-panel'
import type { Named } from '../model/house'
import { controlId, describedBy, Entry, type EntryProps } from './entry'

/** What a list offers: single values, or values under a heading. */
export type Option = Named | { readonly label: string; readonly options: readonly Named[] }

interface SelectProps extends EntryProps {
  readonly value: string
  readonly options: readonly Option[]
  readonly onCommit: (value: string) => void
}

/** One of a list. */
export function SelectEntry({ value, options, onCommit, ...entry }: SelectProps) {
  const ref = useShowEntryEvent<HTMLSelectElement>(entry.id)
  return (
    <Entry {...entry}>
      <select
        id={controlId(entry.id)}
        ref={ref}
        class={entry.error ? 'form-select is-invalid' : 'form-select'}
        value={value}
        onChange={event => {
          onCommit(event.currentTarget.value)
        }}
        aria-describedby={describedBy(entry)}
        aria-invalid={entry.error ? 'true' : undefined}
      >
        <Options options={options} />
      </select>
    </Entry>
  )
}

/** A list without a label that is seen: where the row it stands in says what it is. */
export function BareSelect({
  label,
  value,
  options,
  onCommit,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onCommit: (value: string) => void
}) {
  return (
    <select
      class="form-select"
      aria-label={label}
      value={value}
      onChange={event => {
        onCommit(event.currentTarget.value)
      }}
    >
      <Options options={options} />
    </select>
  )
}

function Options({ options }: { readonly options: readonly Option[] }) {
  return (
    <>
      {options.map(option =>
        'options' in option ? (
          <optgroup key={option.label} label={option.label}>
            <Options options={option.options} />
          </optgroup>
        ) : (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ),
      )}
    </>
  )
}
