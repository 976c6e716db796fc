import { maskText } from '../../casework/masking.js'
import type { ProcessDefinition } from '../../engine/index.js'
import type { TimelineEntry } from '../../store/index.js'
import { answersInWords } from './answers-in-words.js'
import type { AnswerInWords } from './answers-in-words.js'

/** What happened, with the answers of a completed form in the form’s own words. */
export interface StoryEntry extends TimelineEntry {
  readonly answers: readonly AnswerInWords[]
}

/** The history of a case as people read it: the engine’s own entries left out, free text masked. */
export function caseStory(
  timeline: readonly TimelineEntry[],
  definition: ProcessDefinition | null,
  departmentNames: ReadonlyMap<number, string>,
): readonly StoryEntry[] {
  return timeline
    .filter(entry => entry.kind !== 'process.moved')
    .map(entry => {
      const { answers, ...rest } = entry.data ?? {}
      const fields = definition?.nodes.get(entry.activityId ?? '')?.userTask?.form.fields ?? []
      return {
        ...entry,
        data: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, maskedWords(value)])),
        answers: isRecord(answers) ? answersInWords(fields, answers, departmentNames) : [],
      }
    })
}

function maskedWords(value: unknown): unknown {
  return typeof value === 'string' ? maskText(value) : value
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
