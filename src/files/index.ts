/**
 * The bytes of attachments, outside the web root and outside the database: what came in is examined, made harmless and
 * kept under the hash of its content. Knows nothing of cases; the rows that name these files are the store's.
 */
export { copyKept, createFiles } from './files.js'
export type { Files, Kept } from './files.js'
export { FileRefused } from './refusal.js'
export type { RefusalReason } from './refusal.js'
export { scanBy } from './scan.js'
export type { Scan, ScanAnswer } from './scan.js'
