import { text } from '../../../catalogue/index.js'
import type { Handbook } from '../../../runtime/index.js'
import { conditionWords } from './condition-words.js'
import { fieldTypeWords } from './value-words.js'

type Node = Handbook['outline']['phases'][number]['steps'][number]['node']

/** One field of a step’s form as the handbook tells it. */
export interface FieldRow {
  readonly label: string
  readonly type: string
  readonly required: boolean
  /** the choices, and when it is asked at all */
  readonly notes: readonly string[]
}

export function fieldRows({ userTask }: Node): readonly FieldRow[] {
  return (userTask?.form.fields ?? []).map(({ label, type, required, choices, showWhen }) => ({
    label,
    type: fieldTypeWords(type),
    required,
    notes: [
      ...(choices.length > 0 ? [choices.map(({ name }) => name).join(' / ')] : []),
      ...(showWhen ? [text('handbook.field.when', { condition: conditionWords(showWhen) })] : []),
    ],
  }))
}
