/**
 * The text of a file in whatever encoding it says it has; Chinese tools still write GBK. From here on it is UTF-8, and
 * says so, whatever it said before. Undefined where the bytes are not what they say.
 */
export function decodeDiagram(file: Uint8Array): string | undefined {
  try {
    return inUtf8(decoded(file, encodingOf(file)))
  } catch {
    return undefined
  }
}

/** A text that was decoded already says so. */
export function inUtf8(xml: string): string {
  return xml.replace(declared, (_whole, before: string) => `${before}"UTF-8"`)
}

/** Names that only some program knows (`MacRoman`) stand for UTF-8, as long as the bytes are. */
function decoded(file: Uint8Array, encoding: string): string {
  let decoder
  try {
    decoder = new TextDecoder(encoding, { fatal: true })
  } catch {
    decoder = new TextDecoder('utf-8', { fatal: true })
  }
  return decoder.decode(file)
}

function encodingOf(file: Uint8Array): string {
  const [first, second] = file
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const head = String.fromCharCode(...file.subarray(0, 200))
  const said = declared.exec(head)?.[2] ?? 'utf-8'
  // what can be read byte by byte is no UTF-16; programs that write texts first and files later say so all the same
  return /^(?:utf|ucs)-?(?:16|2|32)/i.test(said) ? 'utf-8' : said
}

const declared = /^((?:\ufeff|ï»¿)?\s*<\?xml[^>]*?\bencoding\s*=\s*)["']([\w.:-]+)["']/
