import { createHash } from 'node:crypto'
import type { Unit } from '../store/index.js'
import type { Instant } from '../clock.js'

/**
 * Does what a form asks once, however often it is sent: a second click answers what came of the first. The same page
 * may ask for something else later (it was left and come back to), so what is asked is part of what is remembered.
 *
 * @param work answers a plain value: it is kept as JSON
 */
export async function once<Outcome>(
  unit: Unit,
  { submissionId, asked, by, at }: { submissionId: string; asked: unknown; by: number; at: Instant },
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const id = createHash('sha256')
    .update(JSON.stringify([submissionId, by, asked]))
    .digest('hex')
  if (!(await unit.submissions.claim({ id, at, by })))
    return (await unit.submissions.outcomeOf(id)) as Outcome
  const outcome = await work()
  await unit.submissions.settle(id, outcome)
  return outcome
}
