import { causeLabel } from '../../casework/cause.js'
import {
  callOccasion,
  fillTemplate,
  wordingFor,
  type ReplyOccasion,
  type ReplyValues,
} from '../../casework/reply-template.js'
import type { TaskPage } from '../../runtime/index.js'

/**
 * What the forms propose to say to the citizen, by the office’s templates: to be read out, and changed where it must be.
 * Only fields that the form has.
 */
export function saidTo(page: TaskPage, office: string): Readonly<Record<string, string>> {
  const { form, facts, wordings } = page
  const cause = typeof facts.cause === 'string' ? facts.cause : null
  const values = valuesOf(page, office)
  const say = (occasion: ReplyOccasion) => fillTemplate(wordingFor(wordings, { occasion, cause }), values)
  const proposed = {
    callSaid: () => say(callOccasion(facts.verdict)),
    noticeText: () => say('notice'),
    feedbackText: () => say('feedback'),
  }
  return Object.fromEntries(
    Object.entries(proposed).flatMap(([id, words]) =>
      form.fields.some(field => field.id === id) ? [[id, words()]] : [],
    ),
  )
}

function valuesOf({ facts, departments, ...page }: TaskPage, office: string): ReplyValues {
  const said = (name: string) => (typeof facts[name] === 'string' ? facts[name] : '')
  const [materials, basis] = [said('missingMaterials'), said('lawBasis')]
  const lead: unknown = Array.isArray(facts.departments) ? facts.departments[0] : null
  return {
    office,
    item: page.case?.detail.itemName ?? '',
    number: page.case?.detail.number ?? '',
    department: departments.find(({ id }) => id === Number(lead))?.name ?? '',
    cause: said('cause') === '' ? '' : causeLabel(said('cause')).replace(/^\w+ /, ''),
    // the one that this verdict has no use for is left out without a gap
    ...(materials === '' && basis === '' ? {} : { materials, basis }),
    after:
      page.case?.rectifications.findLast(({ acceptedAt }) => acceptedAt !== null)?.afterText ?? said('after'),
  }
}
