/** A section of a draft report: what the figures wrote, and what people made of it. */
export interface SectionWords {
  /** What stands in the report. */
  readonly words: string
  /** The drafted sentences that the words began from. */
  readonly base: string
  /** The drafted sentences by the newest figures. */
  readonly now: string
}

/**
 * The section when the figures are counted anew. What nobody edited follows the figures; what was edited stays, and
 * when the figures beneath it have changed both are shown until somebody chooses.
 */
export function redraft({ words, base }: SectionWords, now: string): SectionWords {
  if (words === base || words === now) return { words: now, base: now, now }
  return { words, base, now }
}

/** Whether the figures beneath edited words have changed since they were written. */
export function isBehind({ words, base, now }: SectionWords): boolean {
  return base !== now && words !== now
}

/** Somebody chose: the drafted sentences by the newest figures, or their own words as they are. */
export function settle(section: SectionWords, choice: 'drafted' | 'own'): SectionWords {
  const { words, now } = section
  return { words: choice === 'drafted' ? now : words, base: now, now }
}

/** The drafted sentences that the words do not know yet: what is new in `now` against `base`. */
export function newSentences({ base, now }: SectionWords): string[] {
  const known = new Set(base.split('\n'))
  return now.split('\n').filter(line => line !== '' && !known.has(line))
}
