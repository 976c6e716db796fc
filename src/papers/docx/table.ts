import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { loose, rowHeight, set, type sizes } from './fonts.js'

/** Widths of columns in shares of the whole. */
export interface TableSource {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly shares: readonly number[]
}

/** Twentieths of a point: the type area of A4 upright, and of A4 lying. */
export const widths = { upright: 8845, lying: 12_756 } as const

/** A table with its head repeated on every page; the first column reads, the others are numbers or short words. */
export function table(
  { head, rows, shares }: TableSource,
  { width = widths.upright, size = '五号' }: { width?: number; size?: keyof typeof sizes } = {},
): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const columns = shares.map(share => Math.round((width * share) / whole))
  const edge = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const row = (values: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      height: rowHeight,
      children: columns.map(
        (column, index) =>
          new TableCell({
            width: { size: column, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.CENTER,
            margins: { left: 60, right: 60, top: 20, bottom: 20 },
            ...(isHead ? { shading: { fill: 'EDEDED' } } : {}),
            children: [
              new Paragraph({
                alignment: isHead || index > 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
                spacing: loose,
                children: [
                  new TextRun({ text: values[index] ?? '', ...set(isHead ? 'heading' : 'body', size) }),
                ],
              }),
            ],
          }),
      ),
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    borders: {
      top: edge,
      bottom: edge,
      left: edge,
      right: edge,
      insideHorizontal: edge,
      insideVertical: edge,
    },
    rows: [row(head, true), ...rows.map(values => row(values, false))],
  })
}
