import { Document, Packer } from 'docx'
import { fontTable } from './fonts.js'
import { pages } from './page.js'
import { heading, note, paragraph, title } from './words.js'

/** What is kept of a person, to be taken home: part by part, each row a name and what stands there. */
export interface OwnDataPaper {
  readonly title: string
  /** when it was taken, at the head of each page */
  readonly mark: string
  readonly officeName: string
  readonly sections: readonly {
    readonly title: string
    readonly rows: readonly { readonly label: string; readonly value: string | null }[]
    /** said where there is no row */
    readonly none: string
  }[]
}

/** 个人信息副本, as a document that any office suite opens (PIPL art. 45). */
export function ownDataDocx(paper: OwnDataPaper): Promise<Buffer> {
  const document = new Document({
    title: paper.title,
    creator: paper.officeName,
    lastModifiedBy: paper.officeName,
    evenAndOddHeaderAndFooters: true,
    sections: [
      pages(
        [
          title(paper.title),
          ...paper.sections.flatMap(section => [
            heading(section.title),
            ...(section.rows.length === 0 ? [note(section.none)] : section.rows.flatMap(linesOf)),
          ]),
        ],
        { mark: paper.mark },
      ),
    ],
  })
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable }])
}

function linesOf({ label, value }: OwnDataPaper['sections'][number]['rows'][number]) {
  const [first = '', ...rest] = (value ?? '').split('\n')
  return [paragraph(`${label}：${first}`), ...rest.map(paragraph)]
}
