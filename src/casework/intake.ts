import { text } from '../catalogue/index.js'
import type { CaseIntake } from './case.js'
import type { Channel } from './channel.js'
import { cameManyTimes } from './failed-stage.js'
import { type IntakeBounds, intakeSchema } from './intake-schema.js'
import { findPrivateNumbers, type PrivateNumber } from './privacy-patterns.js'
import { itemKey } from './recurrence.js'

/** The fields of the report's form, by the names they have in the page. */
export type IntakeField =
  | 'item'
  | 'department'
  | 'contact'
  | 'place'
  | 'window'
  | 'description'
  | 'reporterKind'
  | 'reporterName'
  | 'agentName'
  | 'appliedChannel'
  | 'failedStage'
  | 'visits'
  | 'guideRead'
  | 'guideMatch'
  | 'aboutOffice'

/** What the answers are checked against, and what the form does not ask. */
export interface IntakeContext extends IntakeBounds {
  readonly channel: Channel
}

/** A field to correct, with the sentence that stands beside it. */
export interface FieldError {
  readonly field: IntakeField
  readonly message: string
}

/** A free text with something in it that nobody asked for; the report is taken all the same. */
export interface IntakeWarning extends FieldError {
  readonly kind: PrivateNumber['kind']
}

export type ParsedIntake =
  | { readonly ok: true; readonly value: CaseIntake; readonly warnings: readonly IntakeWarning[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/**
 * Reads a citizen's or clerk's report from a form's body (R12): item, department (`unknown` is 不清楚), contact, place
 * or window, and description are required, all else is optional. What the form does not have is ignored.
 */
export function parseIntake(body: unknown, context: IntakeContext): ParsedIntake {
  const parsed = intakeSchema(context).safeParse(typedAnswers(body))
  if (!parsed.success) {
    const errors = parsed.error.issues.map(issue => ({
      field: issue.path[0] as IntakeField,
      message: issue.message,
    }))
    return { ok: false, errors }
  }
  const { item, department, contact, place, window, ...rest } = parsed.data
  const windowPlace = window === null ? null : (context.windowPlaces.get(window) ?? null)
  const placeId = place ?? windowPlace
  if (placeId === null) return refused('place', 'casework.intake.place')
  if (windowPlace !== null && windowPlace !== placeId)
    return refused('window', 'casework.intake.windowElsewhere')
  const value: CaseIntake = {
    ...rest,
    channel: context.channel,
    itemName: item,
    itemKey: itemKey(item),
    departmentId: department,
    placeId,
    windowId: window,
    contact: contact.number,
    contactTail: contact.tail,
    reporterKind: rest.reporterKind ?? 'person',
    agentName: rest.agentName === '' ? null : rest.agentName,
    // who came twice and says nothing else came too often (R3)
    failedStage: rest.failedStage ?? (cameManyTimes(rest.visits) ? 'manyVisits' : null),
  }
  return {
    ok: true,
    value,
    warnings: [...warningsOf('item', item), ...warningsOf('description', value.description)],
  }
}

/** A form's body as texts by field; of a field sent twice the last one counts. */
function typedAnswers(body: unknown): Record<string, string> {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return Object.fromEntries(
    entries.flatMap(([field, sent]: [string, unknown]) => {
      const last: unknown = Array.isArray(sent) ? sent.at(-1) : sent
      return ['string', 'number', 'boolean'].includes(typeof last) ? [[field, String(last)]] : []
    }),
  )
}

function refused(field: IntakeField, key: string): ParsedIntake {
  return { ok: false, errors: [{ field, message: text(key) }] }
}

/** One warning for each kind of number in a text, however often it stands there. */
function warningsOf(field: IntakeField, written: string): IntakeWarning[] {
  const kinds = new Set(findPrivateNumbers(written).map(found => found.kind))
  return [...kinds].map(kind => ({ field, kind, message: text(`casework.warning.${kind}`) }))
}
