import { AlignmentType, HeadingLevel, Paragraph, TextRun } from 'docx'
import { line, loose, set, twoCharacters } from './fonts.js'

/** The title of the document or of an annex: in the middle, alone. */
export function title(words: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    spacing: { line: 660, lineRule: line.lineRule, after: 579 },
    children: [new TextRun({ text: words, ...set('title', '二号') })],
  })
}

/** 城中政管报〔2026〕3号, in the middle below the title. */
export function documentNumber(words: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...line, after: 579 },
    children: [new TextRun({ text: words, ...set('body', '三号') })],
  })
}

/** 区行政审批制度改革工作领导小组： */
export function addressee(words: string): Paragraph {
  return new Paragraph({ spacing: line, children: [new TextRun({ text: words, ...set('body', '三号') })] })
}

/** 一、总体情况 */
export function heading(words: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: line,
    indent: { firstLine: twoCharacters },
    children: [new TextRun({ text: words, ...set('heading', '三号') })],
  })
}

/** （一）按地点 */
export function subheading(words: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { ...line, before: 200 },
    children: [new TextRun({ text: words, ...set('subheading', '三号') })],
  })
}

export function paragraph(words: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: line,
    indent: { firstLine: twoCharacters },
    children: [new TextRun({ text: words, ...set('body', '三号') })],
  })
}

/** The list of annexes: the second and later ones stand below the first one’s number. */
export function annexLine(words: string, indent: number): Paragraph {
  return new Paragraph({
    spacing: line,
    indent: { left: indent },
    children: [new TextRun({ text: words, ...set('body', '三号') })],
  })
}

/** The office and the day, four characters from the right. */
export function signature(words: string, above = 0): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    keepLines: true,
    spacing: { ...line, before: above },
    indent: { right: 2 * twoCharacters },
    children: [new TextRun({ text: words, ...set('body', '三号') })],
  })
}

/** 附件1, at the upper left of its own page. */
export function annexNumber(words: string): Paragraph {
  return new Paragraph({
    pageBreakBefore: true,
    spacing: line,
    children: [new TextRun({ text: words, ...set('heading', '三号') })],
  })
}

/** Smaller words beneath a table or a picture. */
export function note(words: string): Paragraph {
  return new Paragraph({
    spacing: { ...loose, before: 80, after: 80 },
    children: [new TextRun({ text: words, ...set('body', '小四') })],
  })
}
