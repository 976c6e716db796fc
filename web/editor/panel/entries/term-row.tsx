import { isList, type Literal, type Term } from '../feel/condition'
import { firstTerm } from '../feel/shown'
import { sentenceOf, sentencesFor, takesValue, termFor, type Sentence } from '../feel/sentence'
import { factNamed, type FactGroup, type OfferedFact } from '../model/dictionary'
import { useOffice } from '../office'
import { Icon } from './icon'
import { BareSelect, type Option } from './select-entry'
import { useTyped } from './typed'

interface TermProps {
  readonly term: Term
  readonly facts: readonly FactGroup[]
  readonly place: number
  readonly onChange: (term: Term) => void
  readonly onRemove: () => void
}

/** One sentence: what is looked at, how, and with what. */
export function TermRow({ term, facts, place, onChange, onRemove }: TermProps) {
  const { words } = useOffice()
  const fact = factNamed(facts, term.fact)
  const sentence = sentenceOf(term) ?? 'is'
  return (
    <div class="panel-term" role="group" aria-label={words('condition.place', { place })}>
      <BareSelect
        label={words('condition.fact')}
        value={term.fact}
        options={factOptions(facts, term.fact, words)}
        onCommit={key => {
          onChange(firstTerm(factNamed(facts, key)))
        }}
      />
      <BareSelect
        label={words('condition.how')}
        value={sentence}
        options={sentencesFor(fact.type).map(value => ({ value, label: words(`condition.${value}`) }))}
        onCommit={how => {
          const next = how as Sentence
          onChange(termFor(term.fact, next, valueFor(next, term, fact)))
        }}
      />
      <button
        type="button"
        class="panel-icon-button"
        aria-label={words('removeOf', { name: words('condition.place', { place }) })}
        title={words('remove')}
        onClick={onRemove}
      >
        <Icon name="remove" />
      </button>
      {takesValue(sentence) && (
        <TermValue
          fact={fact}
          sentence={sentence}
          value={term.value}
          onChange={value => {
            onChange(termFor(term.fact, sentence, value))
          }}
        />
      )}
    </div>
  )
}

interface ValueProps {
  readonly fact: OfferedFact
  readonly sentence: Sentence
  readonly value: Term['value']
  readonly onChange: (value: Literal | readonly Literal[]) => void
}

function TermValue({ fact, sentence, value, onChange }: ValueProps) {
  const { words } = useOffice()
  const values = isList(value) ? value : [value]
  if (fact.choices.length === 0)
    return <TypedValue fact={fact} sentence={sentence} values={values} onChange={onChange} />
  const strangers = values.map(String).filter(one => !fact.choices.some(choice => choice.value === one))
  const choices = [
    ...fact.choices,
    ...strangers.map(one => ({ value: one, label: words('unknown', { value: one }) })),
  ]
  if (sentence !== 'oneOf') {
    return (
      <BareSelect
        label={words('condition.value')}
        value={String(values[0])}
        options={choices}
        onCommit={onChange}
      />
    )
  }
  return (
    <fieldset class="panel-term-values">
      <legend class="visually-hidden">{words('condition.oneEach')}</legend>
      {choices.map(choice => (
        <label key={choice.value} class="panel-tick">
          <input
            class="form-check-input"
            type="checkbox"
            checked={values.includes(choice.value)}
            onChange={event => {
              const { checked } = event.currentTarget
              const next = choices
                .map(({ value: one }) => one)
                .filter(one => (one === choice.value ? checked : values.includes(one)))
              // a list of none is never true; the last one stays ticked
              if (next.length > 0) onChange(next)
              else event.currentTarget.checked = true
            }}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

function TypedValue({
  fact,
  sentence,
  values,
  onChange,
}: Omit<ValueProps, 'value'> & { readonly values: readonly Literal[] }) {
  const { words } = useOffice()
  const several = sentence === 'oneOf'
  const numeric = fact.type === 'number'
  const { typed, onInput, onBlur } = useTyped(values.map(String).join('、'), said => {
    const texts = several
      ? said
          .split(/[、，,]/)
          .map(one => one.trim())
          .filter(Boolean)
      : [said.trim()]
    const next = numeric ? texts.map(Number).filter(Number.isFinite) : texts
    if (next.length > 0) onChange(several ? next : (next[0] ?? ''))
  })
  return (
    <input
      class="form-control panel-term-value"
      type="text"
      inputMode={numeric ? 'numeric' : undefined}
      aria-label={words(several ? 'condition.values' : 'condition.value')}
      value={typed}
      onInput={onInput}
      onBlur={onBlur}
    />
  )
}

function valueFor(sentence: Sentence, { value }: Term, { type, choices }: OfferedFact): Term['value'] {
  const values = isList(value) ? value : [value]
  const usable = values.filter(one => one !== null && typeof one !== 'boolean')
  const first = usable[0] ?? (type === 'number' ? 0 : (choices[0]?.value ?? ''))
  return sentence === 'oneOf' ? (usable.length > 0 ? usable : [first]) : first
}

function factOptions(
  groups: readonly FactGroup[],
  chosen: string,
  words: ReturnType<typeof useOffice>['words'],
): readonly Option[] {
  const known = groups.map(({ source, facts }) => ({
    label: typeof source === 'string' ? words(`facts.${source}`) : words('facts.step', source),
    options: facts.map(({ key, label }) => ({ value: key, label })),
  }))
  const isKnown = known.some(({ options }) => options.some(({ value }) => value === chosen))
  return isKnown ? known : [{ value: chosen, label: words('unknown', { value: chosen }) }, ...known]
}
