import { localDate, type LocalDate } from '../../calendar/index.js'
import type { SecuringAct, TypedPerson } from '../../runtime/index.js'
import { typed, typedNumber } from './typed.js'

/** A person to be invited, as the form has them. */
export function readPerson(body: unknown): TypedPerson {
  return {
    username: typed(body, 'username').slice(0, 200),
    displayName: typed(body, 'displayName').slice(0, 200),
    role: typed(body, 'role'),
    ...readBelonging(body),
    liaison: typed(body, 'liaison'),
  }
}

export function readBelonging(body: unknown): { placeId: number; departmentId: number } {
  return { placeId: typedNumber(body, 'placeId'), departmentId: typedNumber(body, 'departmentId') }
}

/** A liaison's term; no last day while none is known, undefined for one that is none. */
export function readTerm(body: unknown): {
  kind: string
  from: LocalDate | null
  until: LocalDate | null | undefined
} {
  const until = typed(body, 'until')
  return {
    kind: typed(body, 'kind'),
    from: readDay(typed(body, 'from')),
    until: until === '' ? null : (readDay(until) ?? undefined),
  }
}

/** A day as a date field sends it; null for anything else. */
export function readDay(word: string): LocalDate | null {
  try {
    return localDate(word)
  } catch {
    return null
  }
}

const acts: readonly SecuringAct[] = ['endSessions', 'unlock', 'clearFactor']

export function readSecuring(body: unknown): SecuringAct | null {
  return acts.find(act => act === typed(body, 'act')) ?? null
}
