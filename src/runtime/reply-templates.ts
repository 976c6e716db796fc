import type { Actor } from '../casework/actor.js'
import { isCauseCode } from '../casework/cause.js'
import { InvalidAnswersProblem, NotAllowedProblem } from '../casework/problem.js'
import { cleanText } from '../casework/plain-text.js'
import { unknownPlaceholders, type ReplyOccasion } from '../casework/reply-template.js'
import { roleLabel } from '../casework/role.js'
import { text } from '../catalogue/index.js'
import type { StoredReplyTemplate } from '../store/index.js'
import { command } from './command.js'
import { requireWords } from './free-words.js'
import type { Parts } from './parts.js'

/** The longest wording: what a form of the diagram takes. */
export const longestWording = 2000

/** Every wording the office has given itself, the newest first, with who wrote it. */
export async function replyWordings({
  store: { read },
}: Pick<Parts, 'store'>): Promise<readonly (StoredReplyTemplate & { readonly byName: string })[]> {
  const all = await read.replyTemplates.all()
  const people = await read.accounts.byIds([...new Set(all.map(({ by }) => by))])
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]))
  return all.map(one => ({ ...one, byName: names.get(one.by) ?? text('runtime.someone') }))
}

/**
 * 答复模板: a new wording for an occasion, for all causes or for one; without words the house’s own counts again. What
 * was said before stays as it was said.
 * @throws NotAllowedProblem; InvalidAnswersProblem for a placeholder that there is not
 */
export function wordReply(
  parts: Parts,
  actor: Actor,
  given: { readonly occasion: ReplyOccasion; readonly cause: string; readonly words: string },
): Promise<void> {
  return command(parts, async (unit, now) => {
    if (actor.role !== 'officer' && actor.role !== 'supervisor')
      throw new NotAllowedProblem(roleLabel(actor.role), text('runtime.replies'))
    const { occasion } = given
    const cause = isCauseCode(given.cause) ? given.cause : ''
    const words =
      cleanText(given.words) === ''
        ? null
        : requireWords(given.words, { field: 'words', limit: longestWording, missing: 'runtime.replies' })
    const [unknown] = unknownPlaceholders(words ?? '')
    if (unknown !== undefined)
      throw new InvalidAnswersProblem({ words: text('runtime.replies.unknown', { name: unknown }) })
    await unit.replyTemplates.add([{ occasion, cause, words, at: now, by: actor.accountId }])
  })
}
