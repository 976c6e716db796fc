import { text } from '../../catalogue/index.js'
import { addNote, claimTask, pressCase, workList, type Parts } from '../../runtime/index.js'
import { readCast, someone } from '../../play/cast.js'

/** What people do beside the procedure: work is taken by name, a citizen adds a paper, the head asks how it goes. */
export async function addFinishingTouches(parts: Parts): Promise<void> {
  const cast = await readCast(parts)
  const officer = someone(cast, 'officer')
  const supervisor = someone(cast, 'supervisor')
  if (!officer || !supervisor) return
  const { rows } = await workList(parts, officer, { whose: 'unassigned', limit: 50 })
  const taken = rows.filter(row => ['Task_Feedback', 'Task_Verify', 'Task_FollowUp'].includes(row.activityId))
  for (const { id, revision } of taken) await claimTask(parts, officer, { taskId: id, revision })

  const number = async (submission: number) =>
    (await parts.store.transaction(unit => unit.cases.bySubmission(`script ${submission}`)))?.number
  const supplemented = await number(10)
  if (supplemented)
    await addNote(parts, {
      number: supplemented,
      by: null,
      words: text('demo.supplement'),
      kind: 'case.supplemented',
    })
  const urged = await number(5)
  if (urged) {
    const press = { kind: 'urge', message: text('demo.urge'), submissionId: 'demo' } as const
    await pressCase(parts, supervisor, { number: urged, ...press })
  }
}
