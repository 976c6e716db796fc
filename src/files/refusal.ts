/** Why a file is not taken. The words for it are the catalogue's, `attachment.refused.<reason>`. */
export type RefusalReason =
  | 'empty'
  | 'tooLarge'
  | 'heic'
  | 'otherType'
  | 'tooManyPixels'
  | 'broken'
  | 'pdfBroken'
  | 'pdfActive'
  | 'suspect'

/** A file that is not taken, with the reason to tell. */
export class FileRefused extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'FileRefused'
    this.reason = reason
  }
}
