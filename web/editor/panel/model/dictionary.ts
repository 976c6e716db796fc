import { readForm } from '../../../../src/engine/schema/read-form.js'
import type { BpmnUserTask, ModdleElement } from '../../../../src/engine/schema/moddle-types.js'
import { earlierTasks } from './earlier.js'
import type { House, HouseFact, Named } from './house.js'
import { nameOf } from './steps.js'

/** A fact that a condition may name. */
export interface OfferedFact {
  readonly key: string
  readonly label: string
  readonly type: FactKind
  readonly choices: readonly Named[]
}

/** What can be asked of a value. */
export type FactKind = 'text' | 'boolean' | 'number' | 'choice' | 'moment'

/** Facts that belong together: the answers of one earlier step, what the register says, what the system works out. */
export interface FactGroup {
  /** the step’s name, or `case`, `derived`, `other` */
  readonly source: { readonly step: string } | 'form' | 'case' | 'derived' | 'other'
  readonly facts: readonly OfferedFact[]
}

/**
 * What a condition on this element can ask, what is most likely meant first: the answers of the form itself, of the steps
 * before, the nearest first, then the rest of the dictionary. The diagram’s own words for choices go before the
 * dictionary’s, because they are what people saw when they chose.
 */
export function factsAt(element: ModdleElement, house: House, ownForm?: BpmnUserTask): readonly FactGroup[] {
  const offered = new Set<string>()
  const fresh = (facts: readonly OfferedFact[]) =>
    facts.filter(({ key }) => !offered.has(key) && offered.add(key))
  const groups: FactGroup[] = []
  if (ownForm) groups.push({ source: 'form', facts: fresh(answersOf(ownForm, house)) })
  for (const task of earlierTasks(element)) {
    groups.push({ source: { step: nameOf(task) }, facts: fresh(answersOf(task, house)) })
  }
  const known = (from: HouseFact['from']) =>
    fresh(house.facts.filter(fact => fact.from === from).map(fact => offer(fact)))
  groups.push({ source: 'derived', facts: known('derived') })
  groups.push({ source: 'case', facts: known('case') })
  groups.push({ source: 'other', facts: known('answer') })
  return groups.filter(({ facts }) => facts.length > 0)
}

/** The fact of that name among those offered, or one about which nothing is known. */
export function factNamed(groups: readonly FactGroup[], key: string): OfferedFact {
  for (const { facts } of groups) {
    const found = facts.find(fact => fact.key === key)
    if (found) return found
  }
  return { key, label: key, type: 'text', choices: [] }
}

function answersOf(task: BpmnUserTask, house: House): OfferedFact[] {
  return readForm(task).fields.map(({ id, label, type, choices }) => {
    const known = house.facts.find(({ key }) => key === id)
    const own = choices.map(({ id: value, name }) => ({ value, label: name }))
    return {
      key: id,
      label,
      type: kindOf(type),
      choices: own.length > 0 ? own : (known?.choices ?? []),
    }
  })
}

function offer({ key, label, type, choices }: HouseFact): OfferedFact {
  return { key, label, type: kindOf(type), choices }
}

function kindOf(type: string): FactKind {
  switch (type) {
    case 'boolean':
      return 'boolean'
    case 'long':
    case 'number':
      return 'number'
    case 'enum':
    case 'choice':
    case 'cause':
      return 'choice'
    case 'instant':
    case 'date':
    case 'day':
    case 'department':
    case 'departments':
      return 'moment'
    default:
      return 'text'
  }
}
