import { fileTypeFromBuffer } from 'file-type'
import type { AttachmentType } from '../casework/attachment.js'
import { checkPdf } from './pdf.js'
import { cleanPicture, thumbnail } from './picture.js'
import { FileRefused } from './refusal.js'

/** A file that may be kept: what it is by its content, and what of it is kept. */
export interface Examined {
  readonly type: AttachmentType
  readonly content: Buffer
  /** A small picture of it for lists; of a PDF none. */
  readonly thumbnail: Buffer | null
}

/**
 * Tells what a file is and makes it harmless. A picture is decoded and written anew, which leaves behind where it was
 * taken and whatever else was hidden in it; a PDF is kept as it came.
 * @throws FileRefused
 */
export async function examine(content: Buffer): Promise<Examined> {
  if (content.length === 0) throw new FileRefused('empty')
  const type = await typeOf(content)
  if (type === 'application/pdf') {
    checkPdf(content)
    return { type, content, thumbnail: null }
  }
  const picture = await cleanPicture(content, type)
  return { type, content: picture, thumbnail: await thumbnail(picture) }
}

async function typeOf(content: Buffer): Promise<AttachmentType> {
  const mime = await fileTypeFromBuffer(content).then(
    found => found?.mime ?? '',
    () => '', // it broke off where its own beginning promised more
  )
  switch (mime) {
    case 'image/jpeg':
    case 'image/png':
    case 'image/webp':
    case 'application/pdf':
      return mime
    case 'image/apng':
      return 'image/png'
    case 'image/heic':
    case 'image/heif':
    case 'image/heic-sequence':
    case 'image/heif-sequence':
      throw new FileRefused('heic')
    default:
      throw new FileRefused('otherType')
  }
}
