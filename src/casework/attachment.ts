/** What a picture or paper of a case is for; the citizen's own are always `evidence`. */
export const ATTACHMENT_KINDS = [
  { value: 'evidence', label: '材料或照片' },
  { value: 'signature', label: '签字确认' },
  { value: 'notice', label: '书面告知' },
  { value: 'rectification', label: '整改佐证' },
  { value: 'other', label: '其他' },
] as const

export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]['value']

/** What a file may be, told by its content and never by its name. HEIC is refused: no browser of the office shows it. */
export const ATTACHMENT_TYPES = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
} as const

export type AttachmentType = keyof typeof ATTACHMENT_TYPES

/** How much may be added: bytes of one file, files and bytes of one case, and files of the citizen's among them. */
export const attachmentLimits = {
  bytes: 10 * 1024 * 1024,
  atOnce: 9,
  perCitizen: 20,
  perCase: 60,
  bytesPerCase: 200 * 1024 * 1024,
} as const

/**
 * Where the check for malware stands: `off` when the office has none, `pending` until it has answered, `suspect` when it
 * found something. Nothing that is pending or suspect is given out.
 */
export type ScanState = 'off' | 'pending' | 'clean' | 'suspect'

export function isAttachmentKind(value: string): value is AttachmentKind {
  return ATTACHMENT_KINDS.some(kind => kind.value === value)
}
