import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import {
  type CellValue,
  escaped,
  type SheetColumn,
  sheetBegin,
  sheetEnd,
  sheetRow,
  stylesXml,
} from './spreadsheet-xml.js'

/** A workbook of one sheet. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** read as they are written: a hundred thousand take no more memory than a hundred */
  readonly rows: AsyncIterable<readonly CellValue[]>
  /** stands at the foot of each printed page */
  readonly footer: string
  readonly creator: string
}

/** Rows that are written at once. */
const piece = 200

/** The workbook as an .xlsx, written while it is read: nothing of it is kept. */
export function workbook(sheet: Sheet): Readable {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(parts(sheet))) zip.addBuffer(Buffer.from(content), path)
  const written = Readable.from(sheetXml(sheet), { objectMode: false })
  const output = new PassThrough()
  zip.outputStream.pipe(output)
  for (const source of [written, zip])
    source.on('error', (error: Error) => {
      output.destroy(error)
    })
  output.on('close', () => {
    written.destroy()
  })
  zip.addReadStream(written, 'xl/worksheets/sheet1.xml')
  zip.end()
  return output
}

async function* sheetXml({ columns, rows, footer }: Sheet): AsyncGenerator<Buffer> {
  let number = 1
  let text = sheetBegin(columns)
  for await (const values of rows) {
    text += sheetRow(columns, values, ++number)
    if (number % piece !== 0) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text + sheetEnd(columns, number, footer))
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const packages = 'http://schemas.openxmlformats.org/package/2006'

function parts({ name, creator }: Sheet): Readonly<Record<string, string>> {
  const printed = `<definedName name="_xlnm.Print_Titles" localSheetId="0">'${escaped(name)}'!$1:$1</definedName>`
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${content}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${head}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(name)}</dc:title><dc:creator>${escaped(creator)}</dc:creator></cp:coreProperties>`,
    'xl/workbook.xml': `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}/relationships"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames>${printed}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/relationships/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml,
  }
}
