import type { Actor } from '../../casework/actor.js'
import type { AttachmentType } from '../../casework/attachment.js'
import { maskText } from '../../casework/masking.js'
import { NotFoundProblem, RestrictedProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { StoredAttachment } from '../../store/index.js'
import { command } from '../command.js'
import type { Parts } from '../parts.js'
import { isRestricted } from '../restriction.js'
import { requireMaySee } from './sight.js'

/** A file to be given out. */
export interface OpenedFile {
  readonly path: string
  /** as it may be shown: numbers of people in it are masked */
  readonly name: string
  readonly type: AttachmentType
}

/** Which file, and whether only its small picture is wanted. */
interface Wanted {
  readonly number: string
  readonly id: number
  readonly small: boolean
}

/**
 * An attachment for somebody of the office. A look at what is not their own is noted, a glance at the small picture is
 * not: nothing can be read in it.
 * @throws NotFoundProblem when it is not there, not theirs, taken away, or not checked yet; RestrictedProblem
 */
export async function openAttachment(parts: Parts, actor: Actor, wanted: Wanted): Promise<OpenedFile> {
  const row = await requireMaySee(parts, actor, wanted.number)
  if (await isRestricted(parts.store.read, row))
    throw new RestrictedProblem(row.number, text('attachment.looking'))
  const found = await parts.store.read.attachments.byId(wanted.id)
  const file = opened(parts, found?.caseId === row.id ? found : null, wanted.small)
  if (!wanted.small && found?.by !== actor.accountId) {
    await command(parts, async (unit, now) => {
      const reason = text('attachment.look', { name: file.name })
      await unit.disclosures.record([{ caseId: row.id, accountId: actor.accountId, at: now, reason }])
    })
  }
  return file
}

/**
 * An attachment of the citizen's own, for who has shown the key of the case.
 * @throws NotFoundProblem for anything that is not theirs
 */
export async function openOwnAttachment(parts: Parts, { number, id, small }: Wanted): Promise<OpenedFile> {
  const row = await parts.store.read.cases.byNumber(number)
  const found = await parts.store.read.attachments.byId(id)
  const own = row !== null && found?.caseId === row.id && found.by === null
  return opened(parts, own ? found : null, small)
}

function opened({ files }: Parts, found: StoredAttachment | null, small: boolean): OpenedFile {
  const sha256 = small ? found?.thumbnailSha256 : found?.sha256
  const safe = found?.scan === 'off' || found?.scan === 'clean'
  if (!found || !sha256 || !safe || found.removedAt !== null)
    throw new NotFoundProblem(text('attachment.title'))
  return { path: files.pathOf(sha256), name: maskText(found.name), type: small ? 'image/jpeg' : found.type }
}
