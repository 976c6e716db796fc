import { endingLabel } from '../../casework/ending.js'
import { CaseClosedProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { StoredAttachment } from '../../store/index.js'
import { caseEntry } from '../case-entry.js'
import { command } from '../command.js'
import type { Parts } from '../parts.js'
import { addRows, namesOf } from './rows.js'
import { receive, withRoom, type Upload } from './receive.js'

/** What a report that is still being filled in has with it; known by the form's own id, which nobody else has. */
export interface ReportFile {
  readonly id: number
  readonly name: string
  readonly size: number
}

export async function reportFiles(parts: Parts, submissionId: string): Promise<readonly ReportFile[]> {
  return (await parts.store.read.attachments.waiting(submissionId)).map(line)
}

/**
 * Adds files to a report before it is sent, so that a lost connection or a field to correct loses none of them. When
 * the report arrived meanwhile they go to its case.
 * @returns a sentence for each file that was not taken
 * @throws CaseClosedProblem
 */
export async function addToReport(
  parts: Parts,
  { submissionId, uploads }: { submissionId: string; uploads: readonly Upload[] },
): Promise<readonly string[]> {
  const received = await receive(parts, uploads)
  if (received.kept.length === 0) return received.refused
  return command(parts, async (unit, now) => {
    const sent = await unit.cases.bySubmission(submissionId)
    if (sent?.closedAt)
      throw new CaseClosedProblem(sent.number, endingLabel(sent.endEvent), text('attachment.add'))
    const present = sent
      ? await unit.attachments.ofCase(sent.id)
      : await unit.attachments.waiting(submissionId)
    const { kept, refused } = withRoom(received, present, { byCitizen: true })
    await addRows(unit, kept, { caseId: sent?.id ?? null, submissionId, at: now, by: null })
    if (sent && kept.length > 0) {
      const mover = { at: now, by: null, byName: text('runtime.citizen') }
      const added = { words: '', files: namesOf(kept) }
      await unit.history.append([caseEntry(sent, mover, 'case.supplemented', added)])
    }
    return refused
  })
}

/** Takes a file away from a report that was not sent yet; of another's report, nothing happens. */
export function removeFromReport(
  parts: Parts,
  { submissionId, id }: { submissionId: string; id: number },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const waiting = await unit.attachments.waiting(submissionId)
    if (waiting.some(one => one.id === id))
      await unit.attachments.remove([{ id, at: now, by: null, why: null }])
  })
}

function line({ id, name, size }: StoredAttachment): ReportFile {
  return { id, name, size }
}
