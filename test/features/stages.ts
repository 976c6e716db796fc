import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'

/** Registers, hands over, accepts and analyses: the case is with its department. */
export async function analysedCase(
  office: TestOffice,
  {
    answers = {},
    analysis = say.analysis([office.departments.market]),
  }: { answers?: object; analysis?: object } = {},
): Promise<string> {
  const { clerk, officer } = office.people
  const number = await office.register({ ...answers })
  await office.complete(number, 'Task_HandOver', clerk, say.handOver)
  await office.complete(number, 'Task_ScopeCheck', officer, say.accept)
  await office.complete(number, 'Task_Analyse', officer, { ...analysis })
  return number
}

/** The same, and the department has confirmed the cause. */
export async function confirmedCase(
  office: TestOffice,
  given: Parameters<typeof analysedCase>[1] = {},
): Promise<string> {
  const number = await analysedCase(office, given)
  await office.complete(number, 'Task_ConfirmCause', office.people.liaison, say.confirmed)
  return number
}

/** From the rectification to the archive. */
export async function rectifyAndArchive(office: TestOffice, number: string): Promise<void> {
  const { officer, liaison } = office.people
  await office.complete(number, 'Task_Rectify', liaison, say.rectified)
  await office.complete(number, 'Task_Verify', officer, say.passedCheck)
  await office.complete(number, 'Task_Feedback', officer, say.feedback)
  await office.complete(number, 'Task_FollowUp', officer, say.done)
  await office.complete(number, 'Task_ReturnVisit', officer, say.satisfied)
}
