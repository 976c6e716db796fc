import { cleanLine } from '../../casework/plain-text.js'
import { text } from '../../catalogue/index.js'
import type { FieldValues } from '../pages/field.js'
import { typed, typedAll, typedNumber } from './typed.js'

interface Field {
  readonly id: string
  readonly type: string
}

/** A task's form as it was posted: what goes to the use case, and what the page shows again if it comes back. */
export interface TaskAnswers {
  /** which revision of the task the page showed */
  readonly revision: number
  /** what was typed, field by field; several departments with the lead first */
  readonly values: FieldValues
  /** what only this form can find wrong: the lead of several departments */
  readonly errors: Readonly<Record<string, string>>
}

/** Reads the fields that the diagram asks for, and no others. */
export function readTaskAnswers(fields: readonly Field[], body: unknown): TaskAnswers {
  const values: Record<string, unknown> = {}
  const errors: Record<string, string> = {}
  for (const { id, type } of fields) {
    if (type !== 'departments') {
      values[id] = typed(body, id)
      continue
    }
    const ticked = typedAll(body, id)
    const lead = typed(body, `${id}Lead`)
    const wrong = leadProblem(ticked, lead)
    if (wrong !== null) errors[id] = wrong
    values[id] = lead === '' ? ticked : [lead, ...ticked.filter(one => one !== lead)]
  }
  return { revision: typedNumber(body, 'revision'), values, errors }
}

/** What proves a rectification is named by its files where nobody has named it. */
export function withEvidence(
  fields: readonly Field[],
  values: FieldValues,
  files: readonly { readonly name: string }[],
): FieldValues {
  const asked = fields.some(({ id }) => id === 'evidence')
  if (!asked || files.length === 0 || values.evidence !== '') return values
  return {
    ...values,
    evidence: files
      .map(({ name }) => cleanLine(name))
      .join('、')
      .slice(0, longestEvidence),
  }
}

const longestEvidence = 500

function leadProblem(ticked: readonly string[], lead: string): string | null {
  if (lead !== '' && !ticked.includes(lead)) return text('task.lead.notTicked')
  return lead === '' && ticked.length > 1 ? text('task.lead.missing') : null
}
