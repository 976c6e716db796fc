import type { AttachmentKind } from '../../casework/attachment.js'
import type { Instant } from '../../clock.js'
import type { Unit } from '../../store/index.js'
import type { ReceivedFile } from './receive.js'

/** What the rows of files that came together have in common. */
interface Common {
  readonly caseId: number | null
  readonly at: Instant
  readonly by: number | null
  readonly submissionId?: string | null
  readonly userTaskId?: number | null
  readonly kind?: AttachmentKind
  readonly note?: string | null
}

/** Writes the rows of files that are kept already: never the other way round. */
export async function addRows(unit: Unit, files: readonly ReceivedFile[], common: Common): Promise<void> {
  await unit.attachments.add(files.map(file => ({ kind: 'evidence' as const, ...common, ...file })))
}

/** The files in one line of the history. */
export function namesOf(files: readonly { readonly name: string }[]): string {
  return files.map(({ name }) => name).join('、')
}
