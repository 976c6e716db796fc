import { useShowEntryEvent } from '@bpmn-io/properties-panel'
import type { Ref } from '@bpmn-io/properties-panel/preact'
import { controlId, describedBy, Entry, type EntryProps } from './entry'
import { useTyped } from './typed'

interface TextProps extends Omit<EntryProps, 'error'> {
  readonly value: string
  readonly onCommit: (value: string) => void
  /** what is wrong with what stands there now, while it is typed */
  readonly problem?: (typed: string) => string | undefined
  /** rows of a text of several lines; absent: one line */
  readonly rows?: number
  /** letters of one width, for what is read by machines */
  readonly code?: boolean
  readonly short?: boolean
  readonly numeric?: boolean
}

/** A text that is typed. */
export function TextEntry({ value, onCommit, problem, rows, code, short, numeric, ...entry }: TextProps) {
  const { typed, onInput, onBlur } = useTyped(value, onCommit)
  const ref = useShowEntryEvent<HTMLElement>(entry.id)
  const error = problem?.(typed)
  const control = {
    id: controlId(entry.id),
    value: typed,
    onInput,
    onBlur,
    autocomplete: 'off',
    spellcheck: false,
    'aria-describedby': describedBy({ ...entry, error }),
    'aria-invalid': error ? ('true' as const) : undefined,
  }
  const looks = ['form-control', code && 'panel-code', short && 'form-control-short', error && 'is-invalid']
  const name = looks.filter(Boolean).join(' ')
  return (
    <Entry {...entry} error={error}>
      {rows === undefined ? (
        <input
          {...control}
          ref={ref as Ref<HTMLInputElement>}
          class={name}
          type="text"
          inputMode={numeric ? 'numeric' : undefined}
        />
      ) : (
        <textarea {...control} ref={ref as Ref<HTMLTextAreaElement>} class={name} rows={rows} />
      )}
    </Entry>
  )
}
