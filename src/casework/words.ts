import { isCauseCode } from './cause.js'
import { isOneOf } from './choice.js'
import { factOf } from './facts.js'

/** What a record of the history or of a limit says, without a word that anybody typed. */
export type Recorded = Readonly<Record<string, unknown>>

/**
 * Codes, numbers, days and the names of things in the house’s own records. Everything else that is a text may be what
 * somebody typed, so a name that is not here is not kept.
 */
const kept = new Set([
  ...['channel', 'kind', 'how', 'ground', 'ending', 'level'],
  ...['number', 'into', 'department', 'limits', 'limit', 'to', 'task'],
  ...['on', 'from', 'until', 'day', 'dueOn', 'dueAt', 'cameAt', 'promisedOn', 'promisedAt', 'extendedTo'],
  // the terms of a limit: its date must still be computable from its ledger
  ...['startOn', 'anchorAt', 'calendar', 'budget', 'warnBefore', 'document'],
  'passed',
])

/** A record without anybody’s words: what it still says can be counted and computed with. */
export function withoutWords(record: Recorded): Recorded {
  const left = Object.entries(record).flatMap(([name, value]): [string, unknown][] => {
    if (name === 'answers' && isRecord(value)) return [[name, factsWithoutWords(value)]]
    return isMute(value) || kept.has(name) ? [[name, value]] : []
  })
  return Object.fromEntries(left)
}

/** The facts of a case, or the answers of one form, as far as figures and conditions need them. */
export function factsWithoutWords(facts: Recorded): Recorded {
  return Object.fromEntries(
    Object.entries(facts).filter(([key, value]) => isMute(value) || isCode(key, value)),
  )
}

/** Says nothing of anybody by itself: a number, yes or no, nothing, or a list of these. */
function isMute(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isMute)
  return value === null || typeof value === 'number' || typeof value === 'boolean'
}

/** One of the vocabulary that the dictionary has for this fact; a diagram may have written anything else under it. */
function isCode(key: string, value: unknown): boolean {
  if (typeof value !== 'string') return false
  const fact = factOf(key)
  switch (fact?.type) {
    case 'choice':
      return isOneOf(fact.choices ?? [], value)
    case 'cause':
      return isCauseCode(value)
    case 'instant':
    case 'day':
      return /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(value)
    default:
      return false
  }
}

function isRecord(value: unknown): value is Recorded {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
