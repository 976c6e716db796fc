import type { BpmnFlowNode } from '../../../../src/engine/schema/moddle-types'
import { feelProblem } from '../../../../src/engine/lint/feel-problem'
import { addOutput, outputsOf, removeOutput, setOutput, type Output } from '../edit/outputs'
import { Icon } from '../entries/icon'
import { Section } from '../entries/section'
import { SelectEntry } from '../entries/select-entry'
import { TextEntry } from '../entries/text-entry'
import type { House } from '../model/house'
import { useOffice } from '../office'

type How = 'now' | 'text' | 'feel'

/** 记下的数据: what is noted of a case when it comes past here. */
export function Outputs({ element: node }: { readonly element: BpmnFlowNode }) {
  const { words, house, edit, create } = useOffice()
  const outputs = outputsOf(node)
  const free = house.facts.find(
    ({ type, from, key }) =>
      type === 'instant' && from === 'answer' && !outputs.some(({ name }) => name === key),
  )
  return (
    <Section id="outputs" title={words('outputs')} count={outputs.length} closed={outputs.length === 0}>
      <p class="field-help">{words(outputs.length === 0 ? 'outputs.none' : 'outputs.help')}</p>
      {outputs.map((output, place) => (
        <OutputCard key={place} node={node} output={output} place={place} />
      ))}
      {free && (
        <button
          type="button"
          class="btn btn-outline-primary btn-sm"
          onClick={() => {
            edit(addOutput(node, free.key, '=now', create))
          }}
        >
          <Icon name="add" />
          {words('outputs.add')}
        </button>
      )}
    </Section>
  )
}

function OutputCard({
  node,
  output,
  place,
}: {
  readonly node: BpmnFlowNode
  readonly output: Output
  readonly place: number
}) {
  const { words, house, edit } = useOffice()
  const value = output.value?.trim() ?? ''
  const how = howOf(value)
  const name = output.name ?? ''
  const fact = labelOf(name, house)
  const said =
    how === 'now' ? words('output.now') : how === 'feel' ? value.slice(1) : wordOf(name, value, house)
  return (
    <details class="panel-card">
      <summary>
        <span class="panel-card-name">{words('output.sentence', { fact, value: said })}</span>
      </summary>
      <div class="panel-card-body">
        <SelectEntry
          id={`output-${place}-fact`}
          label={words('output.fact')}
          value={name}
          options={[
            ...house.facts
              .filter(({ from }) => from === 'answer')
              .map(({ key, label }) => ({ value: key, label })),
            ...(house.facts.some(({ key }) => key === name) ? [] : [{ value: name, label: name }]),
          ]}
          onCommit={key => {
            edit(setOutput(output, { name: key }))
          }}
        />
        <SelectEntry
          id={`output-${place}-how`}
          label={words('output.how')}
          value={how}
          options={(['now', 'text', 'feel'] as const).map(one => ({
            value: one,
            label: words(`output.${one}`),
          }))}
          onCommit={next => {
            edit(setOutput(output, { value: startOf(next as How, value) }))
          }}
        />
        {how !== 'now' && (
          <TextEntry
            id={`output-${place}-value`}
            label={words('output.value')}
            value={how === 'feel' ? value.slice(1) : value}
            rows={how === 'feel' ? 3 : 1}
            code={how === 'feel'}
            problem={typed => (how === 'feel' ? feelProblem(typed) : undefined)}
            onCommit={typed => {
              edit(setOutput(output, { value: how === 'feel' ? `=${typed}` : typed }))
            }}
          />
        )}
        <button
          type="button"
          class="btn btn-link btn-sm"
          onClick={() => {
            edit(removeOutput(node, output))
          }}
        >
          <Icon name="remove" />
          <span>{words('remove')}</span>
        </button>
      </div>
    </details>
  )
}

function howOf(value: string): How {
  if (value === '=now') return 'now'
  return value.startsWith('=') ? 'feel' : 'text'
}

// the text stays the same words whichever way it is written
function startOf(how: How, before: string): string {
  if (how === 'now') return '=now'
  const quoted = /^="(.*)"$/s.exec(before)
  const said = before === '=now' ? '' : (quoted?.[1] ?? before.replace(/^=/, ''))
  return how === 'feel' ? `=${JSON.stringify(said)}` : said
}

function labelOf(key: string, house: House): string {
  return house.facts.find(fact => fact.key === key)?.label ?? key
}

function wordOf(key: string, value: string, house: House): string {
  const choices = house.facts.find(fact => fact.key === key)?.choices ?? []
  return choices.find(choice => choice.value === value)?.label ?? value
}
