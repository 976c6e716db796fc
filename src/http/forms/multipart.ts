/** One field of a form that was sent in parts: its bytes as they came. */
export interface FormPart {
  readonly name: string
  /** Whether it is a file; one that nobody chose has no bytes. */
  readonly isFile: boolean
  readonly content: Buffer
}

/**
 * The parts of a `multipart/form-data` body (RFC 7578), as browsers write it. What does not keep to the form gives no
 * parts: then nothing was filled in. One pass over the body, which its reader has bounded.
 */
export function readParts(contentType: string, body: Buffer): readonly FormPart[] {
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]{1,70})"?/i.exec(contentType)?.[1]
  if (boundary === undefined) return []
  const divider = Buffer.from(`\r\n--${boundary}`)
  const opening = Buffer.from(`--${boundary}`)
  if (!body.subarray(0, opening.length).equals(opening)) return []
  const parts: FormPart[] = []
  let at = opening.length
  while (parts.length < most && body.subarray(at, at + 2).toString() === '\r\n') {
    const headersEnd = body.indexOf('\r\n\r\n', at)
    const end = headersEnd === -1 ? -1 : body.indexOf(divider, headersEnd + 2)
    if (end === -1) return []
    const part = partOf(
      body.subarray(at + 2, headersEnd).toString('utf8'),
      body.subarray(headersEnd + 4, end),
    )
    if (part) parts.push(part)
    at = end + divider.length
  }
  return body.subarray(at, at + 2).toString() === '--' ? parts : []
}

/** More fields than any form of ours has. */
const most = 20

function partOf(headers: string, content: Buffer): FormPart | null {
  const disposition = headers.split('\r\n').find(line => /^content-disposition:\s*form-data\s*;/i.test(line))
  const name = disposition && /;\s*name="([^"]*)"/i.exec(disposition)?.[1]
  if (disposition === undefined || name === undefined) return null
  return { name, isFile: /;\s*filename\*?=/i.test(disposition), content }
}
