import type { Actor } from '../casework/actor.js'
import { Problem } from '../casework/problem.js'
import { linkCases } from './linking.js'
import { mergeCase } from './merging.js'
import type { Parts } from './parts.js'

/** What became of the wish to put a new case together with another. */
export interface Together {
  readonly act: 'merge' | 'link'
  readonly other: string
  readonly done: boolean
}

/**
 * 并单 or 关联 of a case just registered, as it was chosen in its form: `merge 2026-00017-7`, `link 2026-00017-7`. The
 * case is registered whatever comes of it: what is refused can be done on its page. A form sent twice does it once.
 * Null when nothing was chosen.
 */
export async function putTogether(
  parts: Parts,
  actor: Actor,
  one: { readonly caseId: number; readonly number: string },
  chosen: string | undefined,
): Promise<Together | null> {
  const [, word, other] = /^(merge|link) (\S{1,40})$/.exec(chosen ?? '') ?? []
  if (word === undefined || other === undefined) return null
  const act = word === 'merge' ? 'merge' : 'link'
  try {
    if (act === 'merge') await mergeCase(parts, actor, { number: one.number, into: other })
    else await linkCases(parts, actor, { number: one.number, other })
    return { act, other, done: true }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { act, other, done: await isTogether(parts, one.caseId, { act, other }) }
  }
}

async function isTogether(
  { store }: Pick<Parts, 'store'>,
  caseId: number,
  { act, other }: Pick<Together, 'act' | 'other'>,
): Promise<boolean> {
  const row = await store.read.cases.byNumber(other)
  const links = await store.read.links.ofCase(caseId)
  const kind = act === 'merge' ? 'merged' : 'linked'
  return links.some(link => link.kind === kind && link.caseId === caseId && link.otherId === row?.id)
}
