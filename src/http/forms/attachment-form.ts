import { isAttachmentKind, type AttachmentKind } from '../../casework/attachment.js'
import { charactersOf } from '../../casework/plain-text.js'
import { typed, typedNumber } from './typed.js'

/** What goes with files that somebody of the office adds. */
export interface AttachmentForm {
  readonly kind: AttachmentKind
  readonly note: string
  readonly taskId: number | null
}

const longestNote = 200

export function readAttachmentForm(body: unknown): AttachmentForm {
  const kind = typed(body, 'fileKind')
  const taskId = typedNumber(body, 'task')
  return {
    kind: isAttachmentKind(kind) ? kind : 'evidence',
    note: charactersOf(typed(body, 'note')).slice(0, longestNote).join(''),
    taskId: taskId === 0 ? null : taskId,
  }
}
