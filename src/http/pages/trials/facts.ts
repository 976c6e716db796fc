import { formatDate, formatInstant } from '../../../calendar/index.js'
import { causeLabel } from '../../../casework/cause.js'
import { factLabel, factOf, factWord } from '../../../casework/facts.js'
import { text } from '../../../catalogue/index.js'

/** One fact as people read it. */
export interface FactInWords {
  readonly label: string
  readonly value: string
}

/** Facts by their names in the data dictionary; what a diagram added of its own keeps its key. */
export function factsInWords(
  facts: Readonly<Record<string, unknown>>,
  departments: ReadonlyMap<number, string>,
): readonly FactInWords[] {
  return Object.entries(facts).flatMap(([key, value]) => {
    if (value === null || value === undefined || value === '') return []
    return [{ label: factLabel(key), value: inWords(key, value, departments) }]
  })
}

function inWords(key: string, value: unknown, departments: ReadonlyMap<number, string>): string {
  if (typeof value === 'boolean') return text(value ? 'runtime.yes' : 'runtime.no')
  const name = (id: unknown) => departments.get(Number(id)) ?? plain(id)
  switch (factOf(key)?.type) {
    case 'instant':
      return formatInstant(plain(value))
    case 'day':
      return formatDate(plain(value))
    case 'cause':
      return causeLabel(plain(value))
    case 'department':
      return name(value)
    case 'departments':
      return Array.isArray(value) ? value.map(name).join('、') : name(value)
    default:
      return plain(factWord(key, value))
  }
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
