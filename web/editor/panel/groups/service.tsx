import type { ModdleElement } from '../../../../src/engine/schema/moddle-types'
import { attributeOf } from '../edit/change'
import { setTopic } from '../edit/topic'
import { Section } from '../entries/section'
import { SelectEntry } from '../entries/select-entry'
import { useOffice } from '../office'

/** What the system does by itself at a service task. */
export function Service({ element: task }: { readonly element: ModdleElement }) {
  const { words, house, edit } = useOffice()
  const topic = attributeOf(task, 'camunda:topic')?.trim() ?? ''
  const known = [{ value: '', label: words('choose') }, ...house.topics]
  return (
    <Section id="service" title={words('service')}>
      <SelectEntry
        id="topic"
        label={words('service.which')}
        help={words('service.help')}
        value={topic}
        options={
          known.some(({ value }) => value === topic)
            ? known
            : [...known, { value: topic, label: words('unknown', { value: topic }) }]
        }
        onCommit={chosen => {
          edit(setTopic(task, chosen))
        }}
      />
    </Section>
  )
}
