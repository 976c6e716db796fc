import type { Actor } from '../casework/actor.js'
import { isOneOf, type Choice } from '../casework/choice.js'
import { caseEntry } from './case-entry.js'
import { command } from './command.js'
import { requireWords } from './free-words.js'
import type { Parts } from './parts.js'
import { caseToWorkOn } from './working-on.js'

/** How one talks about a case. */
export const talkWays = [
  { value: '电话', label: '电话' },
  { value: '当面', label: '当面' },
  { value: '书面', label: '书面' },
] as const satisfies readonly Choice[]

/** The longest record of a talk. */
export const longestTalk = 2000

/**
 * 谈话记录: with whom somebody talked about the case, how, and what was said (R5, R13). It stands on the timeline and
 * beside the forms of the analysis and the verdict; it moves nothing. The call that answers the citizen is another one.
 * @throws InvalidAnswersProblem; the problems of {@link caseToWorkOn}
 */
export function recordTalk(
  parts: Parts,
  actor: Actor,
  given: { readonly number: string; readonly with: string; readonly how: string; readonly words: string },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const row = await caseToWorkOn(unit, actor, {
      ...{
        number: given.number,
        right: 'case.talk',
        action: 'runtime.talk',
      },
    })
    const who = requireWords(given.with, { field: 'with', limit: 100, missing: 'runtime.talk.with' })
    const words = requireWords(given.words, {
      ...{ field: 'talk', limit: longestTalk, missing: 'runtime.talk.words' },
    })
    const how = isOneOf(talkWays, given.how) ? given.how : talkWays[0].value
    const mover = { at: now, by: actor.accountId, byName: actor.name }
    await unit.history.append([caseEntry(row, mover, 'case.talked', { with: who, how, words })])
  })
}
