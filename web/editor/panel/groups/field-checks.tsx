import { patternProblem } from '../../../../src/engine/lint/pattern-problem'
import type { CamundaFormField } from '../../../../src/engine/schema/camunda-types'
import { constraintOf, setConstraint, type ConstraintName } from '../edit/field-constraints'
import { propertyOf, setProperty } from '../edit/field-properties'
import { TextEntry } from '../entries/text-entry'
import { useOffice } from '../office'

/** What an answer may be like: folded away, because most fields need none of it. */
export function FieldChecks({ field }: { readonly field: CamundaFormField }) {
  const { words, edit, create } = useOffice()
  const type = field.type ?? 'string'
  const numbers = numbersFor(type)
  const hasPattern = type === 'string'
  if (numbers.length === 0 && !hasPattern) return null
  const at = (name: string) => `field-${field.id ?? ''}-${name}`
  const isWrong = (typed: string) => (/^-?\d*$/.test(typed.trim()) ? undefined : words('field.notNumber'))
  return (
    <details class="panel-more">
      <summary>{words('field.more')}</summary>
      <div class="panel-pair">
        {numbers.map(name => (
          <TextEntry
            key={name}
            id={at(name)}
            label={words(`field.${name}`)}
            numeric
            value={constraintOf(field, name) ?? ''}
            problem={isWrong}
            onCommit={typed => {
              if (!isWrong(typed)) edit(setConstraint(field, name, typed.trim() || undefined, create))
            }}
          />
        ))}
        {type === 'text' && (
          <TextEntry
            id={at('rows')}
            label={words('field.rows')}
            numeric
            value={propertyOf(field, 'rows') ?? ''}
            problem={isWrong}
            onCommit={typed => {
              if (!isWrong(typed)) edit(setProperty(field, 'rows', typed.trim(), create))
            }}
          />
        )}
      </div>
      {hasPattern && (
        <TextEntry
          id={at('pattern')}
          label={words('field.pattern')}
          help={words('field.pattern.help')}
          value={constraintOf(field, 'pattern') ?? ''}
          code
          problem={typed => (typed === '' ? undefined : patternProblem(typed))}
          onCommit={typed => {
            edit(setConstraint(field, 'pattern', typed === '' ? undefined : typed, create))
          }}
        />
      )}
    </details>
  )
}

function numbersFor(type: string): readonly ConstraintName[] {
  if (type === 'long') return ['min', 'max']
  return type === 'string' || type === 'text' ? ['minlength', 'maxlength'] : []
}
