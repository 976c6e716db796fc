import type { ModdleElement } from '../../../../src/engine/schema/moddle-types'
import { setMessage } from '../edit/message'
import { Section } from '../entries/section'
import { SelectEntry } from '../entries/select-entry'
import { definitionsOf, receiverIn } from '../model/steps'
import { useOffice } from '../office'

/** What a receive task or a message event waits for. */
export function Message({ element }: { readonly element: ModdleElement }) {
  const { words, house, edit, create } = useOffice()
  const receiver = receiverIn(element)
  const definitions = definitionsOf(element)
  if (!receiver || !definitions) return null
  const name = receiver.message?.name?.trim() ?? ''
  const known = [{ value: '', label: words('choose') }, ...house.messages]
  const options = known.some(({ value }) => value === name)
    ? known
    : [...known, { value: name, label: words('unknown', { value: name }) }]
  return (
    <Section id="message" title={words('message')}>
      <SelectEntry
        id="message"
        label={words('message.which')}
        help={words('message.help')}
        value={name}
        options={options}
        onCommit={chosen => {
          edit(setMessage(receiver.holder, chosen, definitions, create))
        }}
      />
    </Section>
  )
}
