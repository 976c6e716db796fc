import { formatDate, formatInstant } from '../../calendar/index.js'
import { maskText } from '../../casework/masking.js'
import { text } from '../../catalogue/index.js'
import type { CasePage } from '../../runtime/index.js'

/** A rectification before and after, and what else is said of it; numbers of people in it are masked. */
export interface RectificationBrief {
  readonly before: string | null
  readonly after: string | null
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly submitted: string
}

/** @param names of the departments, by id */
export function rectificationBrief(
  one: CasePage['rectifications'][number],
  names: ReadonlyMap<number, string>,
): RectificationBrief {
  const line = (name: string, value: string | null) =>
    value ? [{ label: text(`task.verify.${name}`), value: maskText(value) }] : []
  return {
    before: one.beforeText && maskText(one.beforeText),
    after: one.afterText && maskText(one.afterText),
    rows: [
      line('element', one.element),
      line('basis', one.basis),
      line('effectiveOn', one.effectiveOn && formatDate(one.effectiveOn)),
      line('publishedAt', one.publishedAt),
      line('evidence', one.evidence),
      line('prevention', one.prevention),
    ].flat(),
    submitted: text('task.verify.submitted', {
      department: names.get(one.departmentId) ?? '',
      when: formatInstant(one.submittedAt),
    }),
  }
}
