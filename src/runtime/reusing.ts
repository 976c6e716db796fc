import type { Actor } from '../casework/actor.js'
import { NotFoundProblem } from '../casework/problem.js'
import { text } from '../catalogue/index.js'
import type { StoredRectification } from '../store/index.js'
import { saveDraft } from './drafts.js'
import type { Parts } from './parts.js'

/** So many of a department’s rectifications are looked through for one that serves again. */
export const reusable = 50

/**
 * 沿用: one rectification may serve several cases. Puts what an earlier one of the same department says into the form of
 * this task, as a draft: the liaison looks it over and hands it in, and the office checks it for this case too.
 * @throws NotFoundProblem when it is not one of this person’s department; the problems of {@link saveDraft}
 */
export async function reuseRectification(
  parts: Parts,
  actor: Actor,
  { taskId, rectificationId }: { readonly taskId: number; readonly rectificationId: number },
): Promise<void> {
  const one = await parts.store.read.rectifications.byId(rectificationId)
  if (one?.departmentId !== actor.departmentId || one.returnedAt !== null)
    throw new NotFoundProblem(text('runtime.rectification'))
  await saveDraft(parts, actor, { taskId, typed: answersOf(one) })
}

/** A rectification as the answers of its form. */
function answersOf(one: StoredRectification): Readonly<Record<string, string>> {
  const { element, part, itemName, beforeText, afterText, ...rest } = one
  const { basis, effectiveOn, evidence, publishedAt, prevention } = rest
  const answers = {
    ...{ rectificationElement: element, rectificationPart: part, rectificationItem: itemName },
    ...{ before: beforeText, after: afterText, basis, effectiveOn, evidence, publishedAt, prevention },
  }
  return Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, value ?? '']))
}
