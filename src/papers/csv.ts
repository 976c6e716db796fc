import { Readable } from 'node:stream'
import { startsFormula } from './spreadsheet-xml.js'

/** Lines of text, comma by comma, as spreadsheets in Chinese read them: UTF-8 with its mark, lines ended by CR LF. */
export function csv(rows: AsyncIterable<readonly string[]>): Readable {
  return Readable.from(lines(rows), { objectMode: false })
}

async function* lines(rows: AsyncIterable<readonly string[]>): AsyncGenerator<Buffer> {
  let text = '\ufeff'
  for await (const values of rows) {
    text += `${values.map(field).join()}\r\n`
    if (text.length < 65_536) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

/** What a spreadsheet would run as a formula begins with an apostrophe, so that it is shown instead. */
function field(value: string): string {
  const safe = startsFormula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
