import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import { text } from '../../catalogue/index.js'
import { loose, set } from './fonts.js'

/** A part of the document on A4 with the margins of official documents: 37, 26, 35 and 28 millimetres. */
export function pages(
  children: ISectionOptions['children'],
  { mark, landscape = false }: { readonly mark: string; readonly landscape?: boolean },
): ISectionOptions {
  const margin = landscape
    ? { top: millimetres(28), right: millimetres(37), bottom: millimetres(26), left: millimetres(35) }
    : { top: millimetres(37), right: millimetres(26), bottom: millimetres(35), left: millimetres(28) }
  return {
    properties: {
      page: {
        size: {
          width: millimetres(210),
          height: millimetres(297),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        // the page number stands 7 mm below the type area
        margin: { ...margin, header: millimetres(15), footer: millimetres(landscape ? 15 : 25) },
      },
    },
    headers: { default: markOf(mark), even: markOf(mark) },
    footers: {
      default: pageNumber(AlignmentType.RIGHT),
      even: pageNumber(AlignmentType.LEFT),
    },
    children,
  }
}

/** Who took the file out, and when: small, at the head of each page. */
function markOf(mark: string): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: loose,
        children: [new TextRun({ text: mark, ...set('page', '小五'), color: '808080' })],
      }),
    ],
  })
}

/** — 1 —, on the outer side, one character in. */
function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const character = 14 * 20
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: character, right: character },
        children: [
          new TextRun({
            children: [text('reportFile.pageBefore'), PageNumber.CURRENT, text('reportFile.pageAfter')],
            ...set('page', '四号'),
          }),
        ],
      }),
    ],
  })
}

/** In twentieths of a point. */
function millimetres(length: number): number {
  return Math.round((length * 1440) / 25.4)
}
