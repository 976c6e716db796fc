/**
 * Text as people type it, made fit to be kept. Emoji and rare characters stay as they are (no Unicode normalisation:
 * it would swap compatibility ideographs in names); only what no database keeps goes: NUL, lone surrogates, CR.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim()
}

/** One line of text: breaks and tabs become spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\n\t\u2028\u2029]+/g, ' ')
}

/** Length as a reader counts it, in code points: 㙍 and 𬌗 are one each. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}

/** Full-width letters, digits and signs as half-width ones, unit for unit: positions in the text stay the same. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, unit => String.fromCharCode(unit.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
}

/** The code points of a text, each a string: where a name is cut or a number read digit by digit. */
export function charactersOf(text: string): string[] {
  return Array.from(text)
}
