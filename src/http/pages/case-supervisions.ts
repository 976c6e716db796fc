import { formatInstant } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { text } from '../../catalogue/index.js'
import type { CaseSupervision } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'

/** The model of the partial `supervision`: who was pressed with which words, and what they said. */
export interface SupervisionModel {
  readonly id: number
  readonly title: string
  /** the 督办单; null for a 催办, which is no paper, and for who may not read it */
  readonly href: string | null
  readonly when: string
  readonly message: string
  readonly replies: readonly { readonly who: string; readonly words: string }[]
  /** for the pressed */
  readonly reply: { readonly action: string; readonly words: string; readonly problem: string | null } | null
}

/** An answer that came back: nothing typed is lost. */
export interface ReturnedReply {
  readonly id: number
  readonly words: string
  readonly problem: string
}

export function supervisionModel(
  number: string,
  one: CaseSupervision,
  { role }: Pick<Actor, 'role'>,
  returned?: ReturnedReply,
): SupervisionModel {
  const { id, byName, at, message, replies, mayReply, number: paper } = one
  const came = returned?.id === id ? returned : null
  return {
    id,
    title:
      paper === null ? text('supervision.urge.title') : text('supervision.paper.title', { number: paper }),
    href: paper === null || role === 'admin' ? null : pathTo(paths.supervision, { number, id }),
    when: text('supervision.when', {
      who: byName ?? text('supervision.itself'),
      when: formatInstant(at),
    }),
    message,
    replies: replies.map(reply => ({
      who: text('supervision.said', { name: reply.byName, when: formatInstant(reply.at) }),
      words: reply.words,
    })),
    reply:
      mayReply || came
        ? {
            action: pathTo(paths.supervisionReply, { number, id }),
            words: came?.words ?? '',
            problem: came?.problem ?? null,
          }
        : null,
  }
}
