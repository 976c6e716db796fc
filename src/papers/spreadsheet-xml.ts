/** A column of a sheet: `day` takes 2026-04-15, `instant` what `serialOf` makes of an instant. */
export interface SheetColumn {
  readonly label: string
  readonly kind: 'text' | 'number' | 'day' | 'instant'
  /** in characters */
  readonly width: number
}

/** Words, or the number that a day or an instant is to a spreadsheet; null is an empty cell. */
export type CellValue = string | number | null

/** The styles of the cells, by their place in `styles.xml`. */
const style = { plain: 0, head: 1, text: 2, quoted: 3, number: 4, day: 5, instant: 6 } as const

export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE4E7EC"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">${[
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  cellFormat(0, { font: 1, fill: 2, align: 'horizontal="center" vertical="center" wrapText="1"' }),
  cellFormat(49, { align: 'vertical="top" wrapText="1"' }),
  cellFormat(49, { align: 'vertical="top" wrapText="1"', quoted: true }),
  cellFormat(1, { align: 'vertical="top"' }),
  cellFormat(164, { align: 'vertical="top" horizontal="left"' }),
  cellFormat(165, { align: 'vertical="top" horizontal="left"' }),
].join('')}</cellXfs></styleSheet>`

function cellFormat(
  format: number,
  {
    font = 0,
    fill = 0,
    align,
    quoted = false,
  }: { font?: number; fill?: number; align: string; quoted?: boolean },
): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quoted ? ' quotePrefix="1"' : ''}><alignment ${align}/></xf>`
}

/** Everything of the sheet before its first row: the head stays in sight. */
export function sheetBegin(columns: readonly SheetColumn[]): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const head = columns.map(({ label }, index) => words(ref(index, 1), label, style.head))
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1" ht="32" customHeight="1">${head.join('')}</row>`
}

/** One row. @param number counted from 1; the head is row 1 */
export function sheetRow(
  columns: readonly SheetColumn[],
  values: readonly CellValue[],
  number: number,
): string {
  const cells = columns.map(({ kind }, index) => {
    const value = values[index] ?? null
    const at = ref(index, number)
    if (value === null) return `<c r="${at}" s="${style[kind]}"/>`
    if (typeof value === 'number') return `<c r="${at}" s="${style[kind]}"><v>${value}</v></c>`
    return words(at, value, startsFormula.test(value) ? style.quoted : style.text)
  })
  return `<row r="${number}">${cells.join('')}</row>`
}

/** Everything after the last row: filters over all, the head on each printed page, and who took it out. */
export function sheetEnd(columns: readonly SheetColumn[], lastRow: number, footer: string): string {
  const range = `A1:${ref(columns.length - 1, lastRow)}`
  const printed = escaped(`&L&8${footer.replaceAll('&', '&&')}&R&8&P / &N`)
  return `</sheetData><autoFilter ref="${range}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${printed}</oddFooter></headerFooter></worksheet>`
}

/** A spreadsheet would take these for a formula once somebody edits the cell; it is told that they are words. */
export const startsFormula = /^[=+\-@\t\r]/

/** Words always stand as words in the cell, never as a formula. */
function words(at: string, value: string, styleOf: number): string {
  return `<c r="${at}" s="${styleOf}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

/** B7 */
function ref(column: number, row: number): string {
  return columnName(column) + String(row)
}

/** A … Z, AA … */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}

/** Signs that XML keeps for itself, and those that it does not allow at all. */
export function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
}
