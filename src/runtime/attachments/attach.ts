import type { Actor } from '../../casework/actor.js'
import { endingLabel } from '../../casework/ending.js'
import type { AttachmentKind } from '../../casework/attachment.js'
import {
  CaseClosedProblem,
  CaseErasedProblem,
  InvalidAnswersProblem,
  NotFoundProblem,
} from '../../casework/problem.js'
import { mayRemoveAttachment } from '../../casework/permission.js'
import { cleanText } from '../../casework/plain-text.js'
import { text } from '../../catalogue/index.js'
import type { StoredAttachment } from '../../store/index.js'
import { caseEntry } from '../case-entry.js'
import { byNumber } from '../cases.js'
import { command } from '../command.js'
import type { Parts } from '../parts.js'
import { requireMaySee } from './sight.js'
import { receive, withRoom, type ReceivedFile, type Upload } from './receive.js'
import { addRows, namesOf } from './rows.js'
import { requireRight } from '../rights.js'

/** What came of adding files: how many were taken, and a sentence for each that was not. */
export interface Attached {
  readonly added: number
  readonly refused: readonly string[]
}

/**
 * Adds files to a case by somebody of the office, with a line in the history; the same file in the same task once. A case that has ended still takes what
 * proves how it ended.
 * @param taskId the open task in which they are added, when it is done in one
 * @throws NotFoundProblem when there is no such case or it is not this person's; CaseErasedProblem: of what was cleared
 *   nothing new is kept, because nothing clears it again
 */
export async function attachToCase(
  parts: Parts,
  actor: Actor,
  {
    number,
    uploads,
    kind = 'evidence',
    note = '',
    taskId = null,
  }: {
    number: string
    uploads: readonly Upload[]
    kind?: AttachmentKind
    note?: string
    taskId?: number | null
  },
): Promise<Attached> {
  requireRight(actor, 'case.attach')
  await requireMaySee(parts, actor, number)
  const received = await receive(parts, uploads)
  if (received.kept.length === 0) return { added: 0, refused: received.refused }
  return command(parts, async (unit, now) => {
    const row = await byNumber(unit, number)
    if (row.erasedAt !== null) throw new CaseErasedProblem(number, text('attachment.add'))
    const task = taskId === null ? null : await unit.userTasks.byId(taskId)
    const present = await unit.attachments.ofCase(row.id)
    const isNew = (file: ReceivedFile) =>
      task === null || !present.some(one => isAgain(one, file, { taskId: task.id, kind }))
    const fresh = { ...received, kept: received.kept.filter(isNew) }
    const { kept, refused } = withRoom(fresh, present, { byCitizen: false })
    const words = cleanText(note) || null
    await addRows(unit, kept, {
      caseId: row.id,
      at: now,
      by: actor.accountId,
      userTaskId: task?.caseId === row.id ? task.id : null,
      kind,
      note: words,
    })
    if (kept.length > 0) {
      const mover = { at: now, by: actor.accountId, byName: actor.name }
      await unit.history.append([
        caseEntry(row, mover, 'case.attached', { files: namesOf(kept), kind, words }),
      ])
    }
    return { added: kept.length, refused }
  })
}

/** The same picture in the same task: its form came back, or was sent twice. */
function isAgain(
  one: StoredAttachment,
  { sha256 }: ReceivedFile,
  { taskId, kind }: { taskId: number; kind: AttachmentKind },
): boolean {
  return one.userTaskId === taskId && one.kind === kind && one.sha256 === sha256 && one.removedAt === null
}

/**
 * 补充材料 by the citizen, who has shown the key of the case: words, files or both, once however often the form is sent.
 * What can be kept is kept, even if another file cannot.
 * @throws CaseClosedProblem
 */
export async function supplementCase(
  parts: Parts,
  {
    number,
    words,
    uploads,
    submissionId,
  }: { number: string; words: string; uploads: readonly Upload[]; submissionId: string },
): Promise<Attached> {
  const received = await receive(parts, uploads)
  if (received.kept.length === 0 && words === '') return { added: 0, refused: received.refused }
  return command(parts, async (unit, now) => {
    const row = await byNumber(unit, number)
    if (row.closedAt !== null)
      throw new CaseClosedProblem(number, endingLabel(row.endEvent), text('runtime.case.supplemented'))
    if (!(await unit.submissions.claim({ id: `supplement ${number} ${submissionId}`, at: now, by: null })))
      return { added: received.kept.length, refused: received.refused }
    const { kept, refused } = withRoom(received, await unit.attachments.ofCase(row.id), { byCitizen: true })
    await addRows(unit, kept, { caseId: row.id, at: now, by: null, submissionId })
    if (words !== '' || kept.length > 0) {
      const mover = { at: now, by: null, byName: text('runtime.citizen') }
      await unit.history.append([caseEntry(row, mover, 'case.supplemented', { words, files: namesOf(kept) })])
    }
    return { added: kept.length, refused }
  })
}

/**
 * Takes an attachment away: its content is destroyed with the next sweep, who did it and why stays.
 * @throws NotFoundProblem, InvalidAnswersProblem when there is no reason
 */
export async function removeAttachment(
  parts: Parts,
  actor: Actor,
  { number, id, why }: { number: string; id: number; why: string },
): Promise<void> {
  requireRight(actor, 'case.attach')
  await requireMaySee(parts, actor, number)
  const reason = cleanText(why)
  if (reason === '') throw new InvalidAnswersProblem({ why: text('attachment.remove.why.missing') })
  await command(parts, async (unit, now) => {
    const row = await byNumber(unit, number)
    const found = await unit.attachments.byId(id)
    if (found?.caseId !== row.id || !mayRemoveAttachment(actor, found.by))
      throw new NotFoundProblem(text('attachment.title'))
    const gone = await unit.attachments.remove([{ id, at: now, by: actor.accountId, why: reason }])
    if (gone.length > 0) return
    const mover = { at: now, by: actor.accountId, byName: actor.name }
    await unit.history.append([
      caseEntry(row, mover, 'case.attachmentRemoved', { files: found.name, reason }),
    ])
  })
}
