/** The words of a list attribute: `camunda:candidateGroups` by commas, `bdc:differentFrom` by spaces. */
export function wordsOf(text: string | undefined, separator: string | RegExp): string[] {
  return (text ?? '')
    .split(separator)
    .map(word => word.trim())
    .filter(word => word !== '')
}
