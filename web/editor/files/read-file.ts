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
  try {
    const decoded = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
    // it is no longer in the encoding that it says
    const text = decoded.replace(/^(\s*<\?xml[^>]*?)\s+encoding=["'][^"']*["']/, '$1')
    return refusedBy(text) ?? { text }
  } catch {
    return { refused: undecodable }
  }
}

function refusedBy(text: string): { readonly refused: string } | undefined {
  const [problem] = checkSource(text)
  return problem && { refused: problem.message }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = String.fromCharCode(...bytes.slice(0, 200))
  return /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(start)?.[1] ?? 'utf-8'
}
