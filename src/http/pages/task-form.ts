import type { TaskPage } from '../../runtime/index.js'
import { errorList, field, type FieldModel, type FieldSource, type FieldValues } from './field.js'

/** Fields that stand together: two that are compared side by side, or one alone. */
interface FieldGroup {
  readonly pair: boolean
  readonly fields: readonly FieldModel[]
}

/** The form as the page shows it. */
export interface TaskFormModel {
  readonly groups: readonly FieldGroup[]
  readonly errors: ReturnType<typeof errorList>
  /** the facts that the conditions of the fields name, for the form's script */
  readonly facts: Readonly<Record<string, unknown>>
}

/** Fields that are read against each other. */
const pairs: readonly (readonly [string, string])[] = [['before', 'after']]

export function taskForm(
  { form, facts, departments }: Pick<TaskPage, 'form' | 'facts' | 'departments'>,
  values: FieldValues,
  errors: Readonly<Record<string, string>>,
): TaskFormModel {
  const fields = form.fields.map(source => field(source as FieldSource, { values, errors, departments }))
  return { groups: inGroups(fields), errors: errorList(fields), facts: factsAsked(form.fields, facts) }
}

/**
 * What the form proposes before anybody has typed: a draft, or for work that is done again what it said the last time.
 * Other forms begin empty: yesterday's call is not today's.
 */
export function proposedValues({
  task,
  form,
  facts,
}: Pick<TaskPage, 'task' | 'form' | 'facts'>): FieldValues {
  if (task.draft !== null) return task.draft
  const again = [...(doneAgain[form.key ?? ''] ?? []), ...(ratesItself(facts) ? selfRating : [])].filter(id =>
    form.fields.some(field => field.id === id),
  )
  return Object.fromEntries(
    again.flatMap(id => (facts[id] === null || facts[id] === undefined ? [] : [[id, facts[id]]])),
  )
}

/** What citizens say themselves, on the page of their case, before anybody rings them up. */
const selfRating = ['satisfaction', 'dissatisfaction', 'reviewRequested'] as const

/** Of this round: a rating from before a review is about another answer. */
function ratesItself({ ratedAt, causeConfirmedAt }: TaskPage['facts']): boolean {
  return typeof ratedAt === 'string' && (typeof causeConfirmedAt !== 'string' || ratedAt >= causeConfirmedAt)
}

const doneAgain: Readonly<Record<string, readonly string[]>> = {
  analysis: ['departments', 'cause', 'causeSecondary', 'causeText', 'causeEvidence', 'talkedTo'],
  rectification: [
    'rectificationElement',
    'rectificationItem',
    'rectificationPart',
    'before',
    'after',
    'basis',
    'effectiveOn',
    'publishedAt',
    'evidence',
    'prevention',
  ],
  'quarter-draft': [
    'sectionOverview',
    'sectionCauses',
    'sectionTimeliness',
    'sectionOutcome',
    'sectionRectification',
    'sectionExamples',
    'sectionSuggestions',
  ],
}

/** Fields in the order of the form, those that are read against each other side by side. */
export function inGroups(fields: readonly FieldModel[]): readonly FieldGroup[] {
  const groups: FieldGroup[] = []
  for (let index = 0; index < fields.length; index += 1) {
    const [one, next] = [fields[index], fields[index + 1]]
    if (one === undefined) continue
    const pair = pairs.some(([left, right]) => left === one.id && right === next?.id)
    groups.push({ pair, fields: pair && next ? [one, next] : [one] })
    if (pair) index += 1
  }
  return groups
}

// no more of the case leaves the server than its own conditions need
function factsAsked(
  fields: TaskPage['form']['fields'],
  facts: TaskPage['facts'],
): Readonly<Record<string, unknown>> {
  const asked = fields.map(({ showWhen }) => showWhen ?? '').join(' ')
  const own = new Set(fields.map(({ id }) => id))
  const words = new Set(asked.match(/[A-Za-z_]\w*/g) ?? [])
  return Object.fromEntries(Object.entries(facts).filter(([name]) => words.has(name) && !own.has(name)))
}
