import { decodeDiagram } from '../../../src/engine/lint/decode'
import { checkSource } from '../../../src/engine/lint/source'

const largest = 2 * 1024 * 1024

/** A file as text, or why it is none. */
export type ReadFile = { readonly text: string } | { readonly refused: string }

/**
 * Reads a file that somebody chose: in whatever encoding it says it is in, and never larger, deeper or craftier than a
 * parser may see. What the checks say is the server’s own.
 */
export async function readFile(file: Blob, undecodable: string): Promise<ReadFile> {
  // not even read when too large: the check of the text says the same of what it is given
  const bytes = new Uint8Array(await file.slice(0, largest + 1).arrayBuffer())
  if (bytes.length > largest) return { refused: checkSource('x'.repeat(largest + 1))[0]?.message ?? '' }
  const text = decodeDiagram(bytes)
  if (text === undefined) return { refused: undecodable }
  const [problem] = checkSource(text)
  return problem ? { refused: problem.message } : { text }
}
