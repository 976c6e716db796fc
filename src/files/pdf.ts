import { FileRefused } from './refusal.js'

/** Names of a PDF by which a reader would run or start something, as they stand in the file. */
const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b/

/**
 * Whether this is a whole PDF that does nothing but be read. What hides in compressed parts is not looked for: a PDF is
 * only ever given out to be saved, from a page that may run nothing.
 * @throws FileRefused
 */
export function checkPdf(content: Buffer): void {
  const head = content.subarray(0, 1024).toString('latin1')
  const tail = content.subarray(-2048).toString('latin1')
  if (!/%PDF-[12]\.\d/.test(head) || !tail.includes('%%EOF')) throw new FileRefused('pdfBroken')
  if (active.test(unescaped(content))) throw new FileRefused('pdfActive')
}

/** PDF lets any character of a name be written as `#4A`. */
function unescaped(content: Buffer): string {
  return content
    .toString('latin1')
    .replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}
