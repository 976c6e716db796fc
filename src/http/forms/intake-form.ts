import { randomUUID } from 'node:crypto'
import type { FieldError, IntakeField } from '../../casework/intake.js'

/** A report as its form was sent: what was typed in each field, as it was, to be shown again when something is wrong. */
export interface IntakeForm {
  readonly typed: Readonly<Partial<Record<string, string>>>
  /** Made with the empty form and kept through all corrections: sent twice it is one case. */
  readonly submissionId: string
}

/** A form nobody has typed in yet. */
export function emptyReport(typed: IntakeForm['typed'] = {}): IntakeForm {
  return { typed, submissionId: randomUUID() }
}

/** Reads the form's body; what is no text is not looked at. */
export function readReport(body: unknown): IntakeForm {
  const typed = typedIn(body)
  const { submissionId = '' } = typed
  return { typed, submissionId: isUuid.test(submissionId) ? submissionId : randomUUID() }
}

/** The fields of a form's body as they were typed; of one that was sent twice the last. */
function typedIn(body: unknown): Readonly<Partial<Record<string, string>>> {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return Object.fromEntries(
    entries.flatMap(([name, sent]: [string, unknown]) => {
      const last: unknown = Array.isArray(sent) ? sent.at(-1) : sent
      return typeof last === 'string' ? [[name, last]] : []
    }),
  )
}

/** One sentence for each field, the first of several. */
export function errorsByField(errors: readonly FieldError[]): Readonly<Partial<Record<IntakeField, string>>> {
  return Object.fromEntries([...errors].reverse().map(({ field, message }) => [field, message]))
}

/** What `randomUUID` makes: the id of a form. */
export const isUuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
