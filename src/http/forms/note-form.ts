import { randomUUID } from 'node:crypto'
import { cleanText, lengthOf } from '../../casework/plain-text.js'
import { text } from '../../catalogue/index.js'
import { isUuid } from './intake-form.js'
import { typed } from './typed.js'

/** 补充情况: the words, or what is wrong with them. */
export type NoteForm =
  | { readonly ok: true; readonly words: string; readonly submissionId: string }
  | { readonly ok: false; readonly typed: string; readonly error: string; readonly submissionId: string }

export const longestNote = 1000

/** @param filesToo whether something else than words was sent along */
export function readNote(body: unknown, filesToo = false): NoteForm {
  const sent = typed(body, 'submissionId')
  const submissionId = isUuid.test(sent) ? sent : randomUUID()
  const words = cleanText(typed(body, 'words'))
  const length = lengthOf(words)
  if (words === '' && !filesToo)
    return { ok: false, typed: words, error: text('track.note.missing'), submissionId }
  if (length <= longestNote) return { ok: true, words, submissionId }
  const over = length - longestNote
  return {
    ok: false,
    typed: words,
    error: text('casework.answer.tooLong', { length, limit: longestNote, over }),
    submissionId,
  }
}
