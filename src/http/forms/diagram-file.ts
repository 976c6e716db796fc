import { text } from '../../catalogue/index.js'

/** A diagram that was uploaded or pasted, as text; or what is wrong with it, for the form. */
export type DiagramFile = { readonly xml: string } | { readonly wrong: string }

/** What was chosen comes before what was pasted. */
export function readDiagramFile({ file, pasted }: { file: Uint8Array | null; pasted: string }): DiagramFile {
  if (file && file.length > 0) return decoded(file)
  return pasted.trim() === '' ? { wrong: text('import.empty') } : { xml: inUtf8(pasted) }
}

/**
 * The text of a file in whatever encoding it says it has; Chinese tools still write GBK. From here on it is UTF-8, and
 * says so, whatever it said before.
 */
function decoded(file: Uint8Array): DiagramFile {
  try {
    return { xml: inUtf8(new TextDecoder(encodingOf(file), { fatal: true }).decode(file)) }
  } catch {
    return { wrong: text('import.encoding') }
  }
}

function encodingOf(file: Uint8Array): string {
  const [first, second] = file
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const head = Buffer.from(file.subarray(0, 200)).toString('latin1')
  return declared.exec(head)?.[2] ?? 'utf-8'
}

function inUtf8(xml: string): string {
  return xml.replace(declared, (_whole, before: string) => `${before}"UTF-8"`)
}

const declared = /^(\ufeff?\s*<\?xml[^>]*?\bencoding\s*=\s*)["']([\w.:-]+)["']/
