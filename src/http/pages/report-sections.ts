import type { SectionKey } from '../../casework/report/draft-text.js'
import { numberedHeading } from '../../casework/report/section-heading.js'

/** A section as it is read: 一、总体情况 and its paragraphs. */
export interface ReportSection {
  readonly key: SectionKey
  readonly heading: string
  readonly paragraphs: readonly string[]
}

/** The sections with their headings numbered; what was left empty is not counted. */
export function reportSections(
  sections: readonly { readonly key: SectionKey; readonly words: string }[],
): readonly ReportSection[] {
  return sections.map(({ key, words }, index) => ({
    key,
    heading: numberedHeading(key, index),
    paragraphs: words.split(/\r?\n/).filter(line => line.trim() !== ''),
  }))
}
