import type { BpmnMultiInstance, BpmnUserTask } from '../../../../src/engine/schema/moddle-types'
import { candidateGroupsOf, setCandidateGroups } from '../edit/candidate-groups'
import { differentFromOf, setDifferentFrom } from '../edit/different-from'
import { setSequential, setSeveral, severalOf } from '../edit/several'
import { Section } from '../entries/section'
import { SelectEntry } from '../entries/select-entry'
import { RadioEntry, TicksEntry } from '../entries/tick-entry'
import { nameOf, processOf, userTasksWithin } from '../model/steps'
import { useOffice } from '../office'

/** 谁来办: the role, one person or several, and who may not. */
export function Who({ element: task }: { readonly element: BpmnUserTask }) {
  const { words } = useOffice()
  return (
    <Section id="who" title={words('who')}>
      <Roles task={task} />
      <Several task={task} />
      <Different task={task} />
    </Section>
  )
}

function Roles({ task }: { readonly task: BpmnUserTask }) {
  const { words, house, edit } = useOffice()
  const chosen = candidateGroupsOf(task)
  const strangers = chosen.filter(role => !house.roles.some(({ value }) => value === role))
  const assignee = task.assignee?.trim() ?? ''
  const problem =
    strangers.length > 0
      ? strangers.map(role => words('roles.unknown', { role })).join('')
      : chosen.length === 0 && assignee === ''
        ? words('roles.none')
        : undefined
  return (
    <TicksEntry
      id="roles"
      label={words('roles')}
      error={problem}
      help={assignee === '' ? undefined : words('assignee.help', { value: assignee })}
      values={chosen}
      options={[
        ...house.roles.map(({ value, label, reach }) => ({ value, label, note: reach })),
        ...strangers.map(value => ({ value, label: value })),
      ]}
      onCommit={roles => {
        edit(setCandidateGroups(task, roles))
      }}
    />
  )
}

function Several({ task }: { readonly task: BpmnUserTask }) {
  const { words, house, edit, create } = useOffice()
  const several = severalOf(task)
  const cardinality = several?.loopCardinality?.body
  const list = several?.collection
  const own =
    several && !house.lists.some(({ value }) => value === list)
      ? [{ value: list ?? '', label: unlisted(several) }]
      : []
  return (
    <>
      <SelectEntry
        id="several"
        label={words('several.label')}
        value={several ? (list ?? '') : 'one'}
        options={[
          { value: 'one', label: words('several.one') },
          ...house.lists.map(({ value, label }) => ({
            value,
            label: words('several.each', { list: label }),
          })),
          ...own,
        ]}
        onCommit={value => {
          edit(setSeveral(task, value === 'one' ? undefined : value, create))
        }}
      />
      {several && (
        <RadioEntry
          id="order"
          label={words('several.order')}
          value={several.isSequential ? 'inTurn' : 'together'}
          options={['together', 'inTurn'].map(value => ({ value, label: words(`several.${value}`) }))}
          onCommit={value => {
            edit(setSequential(several, value === 'inTurn'))
          }}
        />
      )}
    </>
  )

  function unlisted({ collection }: BpmnMultiInstance): string {
    return collection === undefined
      ? words('several.cardinality', { count: cardinality ?? '?' })
      : words('several.list', { list: collection })
  }
}

function Different({ task }: { readonly task: BpmnUserTask }) {
  const { words, edit } = useOffice()
  const process = processOf(task)
  const others = (process ? userTasksWithin(process) : []).filter(other => other !== task)
  const chosen = differentFromOf(task)
  const missing = chosen.filter(id => !others.some(other => other.id === id))
  return (
    <details class="panel-more" open={chosen.length > 0}>
      <summary>
        {words('different')}
        {chosen.length > 0 && <span class="panel-count">{chosen.length}</span>}
      </summary>
      <TicksEntry
        id="different"
        label={words('different')}
        help={words('different.help')}
        error={
          missing.length > 0 ? missing.map(id => words('different.missing', { id })).join('') : undefined
        }
        values={chosen}
        options={[
          ...others.map(other => ({ value: other.id ?? '', label: nameOf(other) })),
          ...missing.map(value => ({ value, label: value })),
        ]}
        onCommit={ids => {
          edit(setDifferentFrom(task, ids))
        }}
      />
    </details>
  )
}
