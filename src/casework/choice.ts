/** One value of a closed vocabulary and the word people read for it. */
export interface Choice<V extends string = string> {
  readonly value: V
  readonly label: string
}

/** The values alone, as a tuple that `z.enum` takes. */
export function valuesOf<V extends string>(choices: readonly Choice<V>[]): [V, ...V[]] {
  const [first, ...rest] = choices.map(choice => choice.value)
  if (first === undefined) throw new Error('A vocabulary needs at least one value')
  return [first, ...rest]
}

/** The word for a value. A value that is not in the vocabulary is shown as it is: old records outlive lists. */
export function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find(choice => choice.value === value)?.label ?? value
}

/** Whether what came from outside is a value of the vocabulary. */
export function isOneOf<V extends string>(choices: readonly Choice<V>[], value: unknown): value is V {
  return choices.some(choice => choice.value === value)
}
