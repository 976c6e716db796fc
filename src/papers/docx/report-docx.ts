import { Document, Packer, type Paragraph, type Table } from 'docx'
import { formatDate } from '../../calendar/index.js'
import { isEmpty } from '../../casework/report/draft-text.js'
import type { ExportedBy, ReportPaper } from '../../casework/report/paper.js'
import { numberedHeading } from '../../casework/report/section-heading.js'
import { text } from '../../catalogue/index.js'
import { exportedWords } from '../ledger-files.js'
import { chartsAnnex, definitionsAnnex, figuresAnnex, partsAnnex } from './annexes.js'
import { fontTable, twoCharacters } from './fonts.js'
import { ledgerAnnex } from './ledger-annex.js'
import { pages } from './page.js'
import {
  addressee,
  annexLine,
  annexNumber,
  documentNumber,
  heading,
  paragraph,
  signature,
  title,
} from './words.js'

type Content = Paragraph | Table

/** The report in the layout of official documents (GB/T 9704), with its annexes. */
export async function reportDocx(
  paper: ReportPaper,
  { by, officeName }: { readonly by: ExportedBy; readonly officeName: string },
): Promise<Buffer> {
  const mark = exportedWords(paper, by)
  const annexes = await annexesOf(paper)
  const numbered = annexes.map(({ name, content }, index) => [
    annexNumber(text('reportFile.annex', { number: index + 1 })),
    title(text(`reportFile.annex.${name}`)),
    ...content,
  ])
  const ledgerAt = annexes.findIndex(({ name }) => name === 'ledger')
  const document = new Document({
    title: titleOf(paper),
    creator: officeName,
    lastModifiedBy: by.name,
    evenAndOddHeaderAndFooters: true,
    sections: [
      pages(
        [
          ...letter(paper, { officeName, annexes }),
          ...numbered.filter((_, index) => index !== ledgerAt).flat(),
        ],
        { mark },
      ),
      pages(numbered[ledgerAt] ?? [], { mark, landscape: true }),
    ],
  })
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable }])
}

function titleOf({ label }: Pick<ReportPaper, 'label'>): string {
  return text('draft.title', { quarter: label })
}

interface Annex {
  readonly name: 'figures' | 'parts' | 'charts' | 'definitions' | 'ledger'
  readonly content: readonly Content[]
}

/** A quarter without anything has its figures and what they mean, and an empty ledger to say so. */
async function annexesOf(paper: ReportPaper): Promise<readonly Annex[]> {
  const { figures } = paper
  const filled: Annex[] = isEmpty(figures)
    ? []
    : [
        { name: 'parts', content: partsAnnex(figures) },
        { name: 'charts', content: await chartsAnnex(figures) },
      ]
  const all: Annex[] = [
    { name: 'figures', content: figuresAnnex(figures) },
    ...filled,
    { name: 'definitions', content: definitionsAnnex(figures) },
    { name: 'ledger', content: await ledgerAnnex(paper) },
  ]
  return all.filter(({ content }) => content.length > 0)
}

function letter(
  paper: ReportPaper,
  { officeName, annexes }: { officeName: string; annexes: readonly Annex[] },
): Content[] {
  const { sections, number, draft, signedOn } = paper
  const lines = annexes.map(({ name }, index) => `${index + 1}. ${text(`reportFile.annex.${name}`)}`)
  return [
    title(titleOf(paper)),
    ...(number === null ? [] : [documentNumber(number)]),
    ...(draft ? [addressee(text('reportFile.draft'))] : []),
    addressee(text('report.sheet.to')),
    ...sections.flatMap(({ key, words }, index) => [
      heading(numberedHeading(key, index)),
      ...words
        .split(/\r?\n/)
        .filter(each => each.trim() !== '')
        .map(each => paragraph(each.trim())),
    ]),
    ...lines.map((each, index) =>
      index === 0
        ? annexLine(text('reportFile.annexes') + each, twoCharacters)
        : annexLine(each, twoCharacters + 3 * (twoCharacters / 2)),
    ),
    signature(officeName, 579),
    signature(formatDate(signedOn).replace(/（.*$/, '')),
  ]
}
