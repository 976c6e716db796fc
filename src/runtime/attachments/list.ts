import type { Actor } from '../../casework/actor.js'
import type { AttachmentKind, AttachmentType, ScanState } from '../../casework/attachment.js'
import { maskText } from '../../casework/masking.js'
import { mayOpenAttachments, mayRemoveAttachment } from '../../casework/permission.js'
import type { Instant } from '../../clock.js'
import type { CaseDetail, StoredAttachment } from '../../store/index.js'
import type { Parts } from '../parts.js'
import { isRestricted } from '../restriction.js'

/** An attachment in a list: what it is, from whom, and what this reader may do with it. */
export interface AttachmentLine {
  readonly id: number
  readonly name: string
  readonly type: AttachmentType
  readonly size: number
  readonly kind: AttachmentKind
  readonly at: Instant
  /** null for the citizen */
  readonly byName: string | null
  readonly note: string | null
  readonly scan: ScanState
  readonly hasThumbnail: boolean
  readonly userTaskId: number | null
  readonly mayOpen: boolean
  readonly mayRemove: boolean
  readonly removed: { readonly byName: string; readonly why: string } | null
}

/** The attachments of a case as somebody of the office sees them, in the order in which they came. */
export async function caseAttachments(
  { store }: Pick<Parts, 'store'>,
  actor: Actor,
  row: Pick<CaseDetail, 'id' | 'subjectAccountId' | 'erasedAt' | 'restrictedAt'>,
): Promise<readonly AttachmentLine[]> {
  if (row.erasedAt !== null) return []
  const found = await store.read.attachments.ofCase(row.id)
  if (found.length === 0) return []
  const people = [...new Set(found.flatMap(one => [one.by, one.removedBy].filter(id => id !== null)))]
  const names = new Map((await store.read.accounts.byIds(people)).map(one => [one.id, one.displayName]))
  const mayOpen = mayOpenAttachments(actor, row) && !(await isRestricted(store.read, row))
  return found.map(one => ({
    id: one.id,
    name: maskText(one.name),
    type: one.type,
    size: one.size,
    kind: one.kind,
    at: one.at,
    byName: one.by === null ? null : (names.get(one.by) ?? ''),
    note: one.note === null ? null : maskText(one.note),
    scan: one.scan,
    hasThumbnail: one.thumbnailSha256 !== null,
    userTaskId: one.userTaskId,
    mayOpen: mayOpen && one.removedAt === null && isSafe(one),
    mayRemove: mayOpen && one.removedAt === null && mayRemoveAttachment(actor, one.by),
    removed:
      one.removedAt === null
        ? null
        : { byName: names.get(one.removedBy ?? 0) ?? '', why: one.removedWhy ?? '' },
  }))
}

/** What the citizen has put into their own case. */
export function ownAttachments(found: readonly StoredAttachment[]) {
  return found
    .filter(({ by, removedAt }) => by === null && removedAt === null)
    .map(({ id, name, type, size, at, scan, thumbnailSha256 }) => ({
      id,
      name,
      type,
      size,
      at,
      scan,
      hasThumbnail: thumbnailSha256 !== null,
    }))
}

export type OwnAttachment = ReturnType<typeof ownAttachments>[number]

function isSafe({ scan }: StoredAttachment): boolean {
  return scan === 'off' || scan === 'clean'
}
