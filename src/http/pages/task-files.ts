import { ATTACHMENT_KINDS, type AttachmentKind } from '../../casework/attachment.js'
import { labelOf } from '../../casework/choice.js'
import { text } from '../../catalogue/index.js'
import { acceptedFiles } from './attachments.js'

/** Pictures and papers that belong to what a form asks: the partial `task-files`. */
export interface TaskFilesModel {
  readonly label: string
  readonly help: string
  readonly accept: string
  readonly describedBy: string
  readonly error: string | null
}

/** The name of the field, and of what is wrong with it. */
export const filesField = 'files'

// where the diagram asks for this fact, this is what proves it
const proofs: readonly (readonly [string, AttachmentKind])[] = [
  ['citizenConfirmed', 'signature'],
  ['evidence', 'rectification'],
]

/** What a form's files are for; null of a form that takes none. */
export function fileKindOf(fields: readonly { readonly id: string }[]): AttachmentKind | null {
  return proofs.find(([fact]) => fields.some(({ id }) => id === fact))?.[1] ?? null
}

export function taskFiles(
  fields: readonly { readonly id: string }[],
  errors: Readonly<Record<string, string>>,
): TaskFilesModel | null {
  const kind = fileKindOf(fields)
  if (kind === null) return null
  const error = errors[filesField] ?? null
  return {
    label: labelOf(ATTACHMENT_KINDS, kind),
    help: text(`task.files.${kind}`),
    accept: acceptedFiles,
    describedBy: `${filesField}-help${error === null ? '' : ` ${filesField}-error`}`,
    error,
  }
}
