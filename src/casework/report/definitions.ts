import { text } from '../../catalogue/index.js'

/** What a figure is called and how it is computed, as the report's last page prints it. */
export interface FigureDefinition {
  readonly key: string
  readonly label: string
  readonly definition: string
}

/** The figures that need saying how they are computed, in the order of the report. */
const DEFINED = [
  'received',
  'handled',
  'carriedOut',
  'phoneReplyOnTime',
  'unreachable',
  'feedbackOnTime',
  'solved',
  'recurrence',
  'satisfaction',
  'awareness',
  'guideProblems',
  'hiddenBarriers',
  'manyVisits',
] as const

export function figureDefinitions(): FigureDefinition[] {
  return DEFINED.map(key => ({ key, label: figureLabel(key), definition: figureDefinition(key) }))
}

/** What a count or a rate is called. */
export function figureLabel(key: string): string {
  return text(`figures.${key}.label`)
}

/** How it is computed. */
export function figureDefinition(key: string): string {
  return text(`figures.${key}.definition`)
}
