import { maskText } from '../casework/masking.js'
import { saidIn } from '../casework/report/draft-rectification.js'
import type { StoredCase, Unit } from '../store/index.js'

/**
 * Takes a citizen's own words out of reports that are being drafted and tell of the case as a typical one: as the draft
 * has them; what somebody wrote of it in words of their own is the office's. A report that is frozen is a document.
 * @param instead the sentence that stands there then
 */
export async function untellInDrafts(
  unit: Unit,
  { description }: Pick<StoredCase, 'description'>,
  instead: string,
): Promise<void> {
  const [said, left] = [saidIn(maskText(description)), saidIn(instead)]
  const without = <T>(words: T): T =>
    JSON.parse(JSON.stringify(words), (_, value: unknown) =>
      typeof value === 'string' ? value.replaceAll(said, left) : value,
    ) as T
  for (const report of (await unit.reports.all()).filter(({ frozenAt }) => frozenAt === null)) {
    await unit.reports.edit([
      { id: report.id, set: { text: without(report.text), drafted: without(report.drafted) } },
    ])
    const tasks = report.instanceId === null ? [] : await unit.userTasks.openOf(report.instanceId)
    await unit.userTasks.saveDraft(
      tasks.flatMap(({ id, draft }) => (draft === null ? [] : [{ id, draft: without(draft) }])),
    )
  }
}
