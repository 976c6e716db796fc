import { text } from '../../catalogue/index.js'
import type { SectionKey } from './draft-text.js'

/** 一、总体情况: sections are numbered as they stand; what was left empty is not counted. */
export function numberedHeading(key: SectionKey, index: number): string {
  return text('report.section', {
    number: text('report.numerals').charAt(index),
    heading: text(`draft.${key}.heading`),
  })
}
