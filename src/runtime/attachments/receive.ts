import { attachmentLimits, ATTACHMENT_TYPES } from '../../casework/attachment.js'
import { safeFileName } from '../../casework/file-name.js'
import { charactersOf, cleanLine } from '../../casework/plain-text.js'
import { text } from '../../catalogue/index.js'
import { FileRefused, type Kept, type RefusalReason } from '../../files/index.js'
import type { StoredAttachment } from '../../store/index.js'
import type { Parts } from '../parts.js'

/** A file as it came in: where it lies meanwhile, and what its sender calls it. */
export interface Upload {
  readonly path: string
  readonly name: string
  /** it was longer than a file may be, and is not there in full */
  readonly tooLarge: boolean
}

/** A file that is kept and has no row yet. */
export interface ReceivedFile extends Kept {
  readonly name: string
}

/** What was kept, and a sentence for each that was not. One bad file takes no good one with it. */
export interface Received {
  readonly kept: readonly ReceivedFile[]
  readonly refused: readonly string[]
}

/** Examines and keeps files. Done before any transaction: pictures take their time. */
export async function receive({ files }: Parts, uploads: readonly Upload[]): Promise<Received> {
  const kept: ReceivedFile[] = []
  const refused: string[] = []
  for (const [index, { path, name, tooLarge }] of uploads.entries()) {
    if (index >= attachmentLimits.atOnce) {
      refused.push(refusal('tooMany', name, attachmentLimits.atOnce))
      continue
    }
    try {
      if (tooLarge) throw new FileRefused('tooLarge')
      const file = await files.keep(path)
      kept.push({ ...file, name: safeFileName(name, ATTACHMENT_TYPES[file.type]) })
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      refused.push(refusal(error.reason, name))
    }
  }
  return { kept, refused }
}

/** Of the files, those for which there is room beside what the case has already. */
export function withRoom(
  { kept, refused }: Received,
  present: readonly StoredAttachment[],
  { byCitizen }: { byCitizen: boolean },
): Received {
  const there = present.filter(({ removedAt }) => removedAt === null)
  let count = there.length
  let ofCitizen = there.filter(({ by }) => by === null).length
  let bytes = there.reduce((sum, { size }) => sum + size, 0)
  const taken: ReceivedFile[] = []
  const left: string[] = []
  for (const file of kept) {
    const over =
      byCitizen && ofCitizen >= attachmentLimits.perCitizen
        ? 'perCitizen'
        : count >= attachmentLimits.perCase
          ? 'perCase'
          : bytes + file.size > attachmentLimits.bytesPerCase
            ? 'bytesPerCase'
            : null
    if (over === null) {
      taken.push(file)
      count++
      ofCitizen++
      bytes += file.size
    } else {
      left.push(refusal(over, file.name, attachmentLimits[over]))
    }
  }
  return { kept: taken, refused: [...refused, ...left] }
}

function refusal(
  reason: RefusalReason | 'tooMany' | 'perCitizen' | 'perCase' | 'bytesPerCase',
  name: string,
  limit = 0,
): string {
  const shown = charactersOf(cleanLine(name)).slice(0, 40).join('')
  return text(`attachment.refused.${reason}`, { name: shown, limit })
}
