import { InvalidAnswersProblem } from '../casework/problem.js'
import { cleanText, lengthOf } from '../casework/plain-text.js'
import { text } from '../catalogue/index.js'

/**
 * Words that somebody wrote, clean; refused beside their field when there are none or too many.
 * @param missing the sentence for none
 * @throws InvalidAnswersProblem
 */
export function requireWords(
  given: string,
  { field, limit, missing }: { readonly field: string; readonly limit: number; readonly missing: string },
): string {
  const words = cleanText(given)
  if (words === '') throw new InvalidAnswersProblem({ [field]: text(missing) })
  const length = lengthOf(words)
  if (length > limit)
    throw new InvalidAnswersProblem({ [field]: text('runtime.words.long', { length, limit }) })
  return words
}
