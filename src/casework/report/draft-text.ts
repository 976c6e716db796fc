import { text } from '../../catalogue/index.js'
import { quarterLabel } from '../quarter.js'
import { causeSection } from './draft-causes.js'
import type { DraftInput } from './draft-input.js'
import { outcomeSection, timelinessSection } from './draft-results.js'
import { rectificationSection, suggestionSection, typicalSection } from './draft-rectification.js'
import { overviewSection } from './draft-overview.js'
import type { QuarterFigures } from './quarter-figures.js'

/** The sections of the report, in their order (product.md). */
export const SECTIONS = [
  'overview',
  'causes',
  'timeliness',
  'outcomes',
  'rectification',
  'typical',
  'suggestions',
] as const

export type SectionKey = (typeof SECTIONS)[number]

/** One section as drafted: the office edits the paragraphs, the heading stays. */
export interface DraftSection {
  readonly key: SectionKey
  readonly heading: string
  readonly paragraphs: readonly string[]
}

export interface ReportDraft {
  readonly title: string
  readonly sections: readonly DraftSection[]
}

/** The report in sentences an official would sign, from the data alone. An empty quarter is a legal report: 零报告. */
export function draftReport(input: DraftInput): ReportDraft {
  const title = text('draft.title', { quarter: quarterLabel(input.figures.quarter) })
  const sections = isEmpty(input.figures) ? [zeroSection(input)] : SECTIONS.map(key => sectionOf(key, input))
  return { title, sections }
}

/** Nothing came, nothing was open, nothing was due. */
export function isEmpty({ counts, rates }: QuarterFigures): boolean {
  const touched = [counts.received, counts.carriedIn, counts.closed, counts.consultations]
  return [...touched, rates.phoneReplyOnTime.denominator, rates.feedbackOnTime.denominator].every(
    n => n === 0,
  )
}

const writers: Readonly<Record<SectionKey, (input: DraftInput) => readonly string[]>> = {
  overview: overviewSection,
  causes: causeSection,
  timeliness: timelinessSection,
  outcomes: outcomeSection,
  rectification: rectificationSection,
  typical: typicalSection,
  suggestions: suggestionSection,
}

function sectionOf(key: SectionKey, input: DraftInput): DraftSection {
  return { key, heading: text(`draft.${key}.heading`), paragraphs: writers[key](input) }
}

function zeroSection({ figures }: DraftInput): DraftSection {
  const quarter = quarterLabel(figures.quarter)
  return {
    key: 'overview',
    heading: text('draft.overview.heading'),
    paragraphs: [text('draft.zero', { quarter })],
  }
}
