import { maskText } from '../casework/masking.js'
import type { ReportDraft, SectionKey } from '../casework/report/draft-text.js'
import { redraft } from '../casework/report/section-words.js'
import type { SectionWords } from '../casework/report/section-words.js'

/** The fields of the form of 汇总, by the section of the draft that fills them. */
const fieldOf: Readonly<Record<SectionKey, string>> = {
  overview: 'sectionOverview',
  causes: 'sectionCauses',
  timeliness: 'sectionTimeliness',
  outcomes: 'sectionOutcome',
  rectification: 'sectionRectification',
  typical: 'sectionExamples',
  suggestions: 'sectionSuggestions',
}

type Facts = Readonly<Record<string, unknown>>

/** What the figures wrote of each section, as it is kept with a report. */
export type Drafted = Readonly<Record<string, Pick<SectionWords, 'base' | 'now'>>>

const sections = Object.entries(fieldOf) as [SectionKey, string][]

/** The draft as the facts that the form of 汇总 begins with. */
export function draftFacts(draft: ReportDraft): Readonly<Record<string, string>> {
  return Object.fromEntries(
    draft.sections.map(({ key, paragraphs }) => [fieldOf[key], paragraphs.join('\n')]),
  )
}

/** A draft of which nothing is edited yet. */
export function draftedAs(facts: Readonly<Record<string, string>>): Drafted {
  return Object.fromEntries(
    Object.entries(facts).map(([field, words]) => [field, { base: words, now: words }]),
  )
}

/** The sections of a report as its people have edited them, to be read by many: numbers of citizens in them are masked. */
export function sectionsOf(facts: Facts): { key: SectionKey; words: string }[] {
  return sections.flatMap(([key, field]) => {
    const words = wordsIn(facts, field)
    return words === '' ? [] : [{ key, words: maskText(words) }]
  })
}

/** The sections with what the figures wrote beneath; what was typed and not handed in yet counts as edited. */
export function sectionWords(
  facts: Facts,
  typed: Facts | null,
  drafted: Drafted,
): { readonly key: SectionKey; readonly field: string; readonly section: SectionWords }[] {
  return sections.map(([key, field]) => {
    const words = typed !== null && field in typed ? wordsIn(typed, field) : wordsIn(facts, field)
    const { base, now } = drafted[field] ?? { base: words, now: words }
    return { key, field, section: { words, base, now } }
  })
}

/** All sections once more, by figures counted anew. */
export function redrafted(
  before: ReturnType<typeof sectionWords>,
  draft: ReportDraft,
): ReturnType<typeof sectionWords> {
  const now = draftFacts(draft)
  return before.map(({ key, field, section }) => ({
    key,
    field,
    section: redraft(section, now[field] ?? ''),
  }))
}

/** Line ends as a browser sends them are the same line ends. */
function wordsIn(facts: Facts, field: string): string {
  const words = facts[field]
  return typeof words === 'string' ? words.replaceAll('\r\n', '\n') : ''
}
