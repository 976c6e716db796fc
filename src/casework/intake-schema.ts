import { z } from 'zod'
import { text } from '../catalogue/index.js'
import { APPLIED_CHANNELS } from './channel.js'
import { type Choice, isOneOf } from './choice.js'
import { type Contact, parseContact } from './contact.js'
import { FAILED_STAGES } from './failed-stage.js'
import { GUIDE_MATCH, GUIDE_READ } from './guide.js'
import { cleanLine, cleanText, lengthOf, toHalfWidth } from './plain-text.js'
import { REPORTER_KINDS } from './reporter-kind.js'

/** The longest texts, in characters as a reader counts them. Free text is refused for nothing else (R12). */
export const INTAKE_LIMITS = {
  item: 200,
  reporterName: 100,
  agentName: 100,
  contact: 50,
  description: 2000,
} as const

/** Which departments, places and windows there are. */
export interface IntakeBounds {
  readonly departmentIds: ReadonlySet<number>
  readonly placeIds: ReadonlySet<number>
  /** Each window with its place. */
  readonly windowPlaces: ReadonlyMap<number, number>
}

/** The form's fields, each read from what was typed to what is kept; a field that was not sent reads as blank. */
export function intakeSchema({ departmentIds, placeIds, windowPlaces }: IntakeBounds) {
  return z.object({
    item: field(typed => required('item', bounded('item', cleanLine(typed)))),
    department: field(typed => (typed === 'unknown' ? null : idIn('department', departmentIds, typed))),
    contact: field(readContact),
    place: field(typed => (typed === '' ? null : idIn('place', placeIds, typed))),
    window: field(typed =>
      typed === '' || typed === 'unknown' ? null : idIn('window', windowPlaces, typed),
    ),
    description: field(typed => required('description', bounded('description', cleanText(typed)))),
    reporterKind: field(typed => choiceOf(REPORTER_KINDS, typed)),
    reporterName: field(typed => bounded('reporterName', cleanLine(typed))),
    agentName: field(typed => bounded('agentName', cleanLine(typed))),
    appliedChannel: field(typed => choiceOf(APPLIED_CHANNELS, typed)),
    failedStage: field(typed => choiceOf(FAILED_STAGES, typed)),
    visits: field(readVisits),
    guideRead: field(typed => choiceOf(GUIDE_READ, typed)),
    guideMatch: field(typed => choiceOf(GUIDE_MATCH, typed)),
    aboutOffice: field(typed => ['on', 'true', '1', 'yes'].includes(typed)),
  })
}

/** Why an answer cannot be taken, as a value: a form answers, it does not throw. */
interface Refusal {
  readonly refused: string
}

function field<T extends string | number | boolean | Contact | null>(read: (typed: string) => T | Refusal) {
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      const value = read(typed)
      if (!isRefusal(value)) return value
      context.addIssue({ code: 'custom', message: value.refused })
      return z.NEVER
    })
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}

function refuse(key: string, values?: Readonly<Record<string, unknown>>): Refusal {
  return { refused: text(key, values) }
}

function bounded(name: keyof typeof INTAKE_LIMITS, written: string): string | Refusal {
  const length = lengthOf(written)
  const limit = INTAKE_LIMITS[name]
  return length <= limit
    ? written
    : refuse('casework.answer.tooLong', { length, limit, over: length - limit })
}

function required(name: 'item' | 'description', written: string | Refusal): string | Refusal {
  return written === '' ? refuse(`casework.intake.${name}`) : written
}

function idIn(
  name: 'department' | 'place' | 'window',
  ids: { has: (id: number) => boolean },
  typed: string,
): number | Refusal {
  const id = /^\d{1,15}$/.test(typed) ? Number(typed) : 0
  return ids.has(id) ? id : refuse(`casework.intake.${name}`)
}

function choiceOf<V extends string>(choices: readonly Choice<V>[], typed: string): V | null | Refusal {
  if (typed === '') return null
  return isOneOf(choices, typed) ? typed : refuse('casework.answer.choice')
}

function readContact(typed: string): Contact | Refusal {
  const written = bounded('contact', cleanLine(typed))
  if (typeof written !== 'string') return written
  if (written === '') return refuse('casework.intake.contact')
  const contact = parseContact(written)
  return typeof contact === 'string' ? refuse(`casework.contact.${contact}`) : contact
}

function readVisits(typed: string): number | null | Refusal {
  const plain = toHalfWidth(typed).trim()
  if (plain === '') return null
  const [, count] = /^(\d{1,3})\s*[次趟]?$/.exec(plain) ?? []
  return count === undefined ? refuse('casework.intake.visits') : Number(count)
}
