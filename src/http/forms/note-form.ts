import { cleanText, lengthOf } from '../../casework/plain-text.js'
import { text } from '../../catalogue/index.js'
import { typed } from './typed.js'

/** 补充情况: the words, or what is wrong with them. */
export type NoteForm =
  | { readonly ok: true; readonly words: string }
  | { readonly ok: false; readonly typed: string; readonly error: string }

export const longestNote = 1000

export function readNote(body: unknown): NoteForm {
  const words = cleanText(typed(body, 'words'))
  const length = lengthOf(words)
  if (words === '') return { ok: false, typed: words, error: text('track.note.missing') }
  if (length <= longestNote) return { ok: true, words }
  const over = length - longestNote
  return {
    ok: false,
    typed: words,
    error: text('casework.answer.tooLong', { length, limit: longestNote, over }),
  }
}
