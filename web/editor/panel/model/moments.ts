import type { ModdleElement } from '../../../../src/engine/schema/moddle-types.js'
import type { Words } from '../../words.js'
import { outputsOf } from '../edit/outputs.js'
import type { House, Named } from './house.js'
import { nodesWithin, processOf } from './steps.js'

/**
 * The moments a limit can count from: those that an element of this diagram notes (`=now`), and the one of the register.
 * What the limit says already is offered even where nothing notes it.
 */
export function momentsIn(
  element: ModdleElement,
  house: House,
  chosen: string,
  words: Words,
): readonly Named[] {
  const process = processOf(element)
  const noted = (process ? nodesWithin(process) : [])
    .flatMap(node => outputsOf(node))
    .filter(({ value }) => value?.trim() === '=now')
    .flatMap(({ name }) => name ?? [])
  const kept = house.facts
    .filter(({ type, from }) => type === 'instant' && from === 'case')
    .map(({ key }) => key)
  const keys = [...new Set([...kept, ...noted])]
  const offered = keys.map(value => ({ value, label: labelOf(value, house) }))
  return chosen === '' || keys.includes(chosen)
    ? offered
    : [...offered, { value: chosen, label: words('limit.from.unknown', { key: labelOf(chosen, house) }) }]
}

function labelOf(key: string, house: House): string {
  return house.facts.find(fact => fact.key === key)?.label ?? key
}
