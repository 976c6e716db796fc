// A clerk’s, an officer’s and a liaison’s day in one process that dies at its n-th statement. What it says on standard
// output it has acknowledged: written before the next statement, it must be true for ever.
import { writeSync } from 'node:fs'
import { learningAdvance } from '../../src/engine/index.js'
import type { Actor } from '../../src/casework/actor.js'
import { openTestOffice } from '../helpers/office.js'
import { completeTask, keepTime, registerCase, workOff } from '../../src/runtime/index.js'
import * as say from '../features/answers.js'

const [file = '', start = '', dieAt = '0', counted = 'opening'] = process.argv.slice(2)

let statements = 0
const office = await openTestOffice({
  start,
  advance: learningAdvance(),
  target: { file },
  onStatement: () => {
    if (++statements === Number(dieAt)) process.kill(process.pid, 'SIGKILL')
  },
})
const { parts, people, departments, places } = office

const answers: Readonly<Record<string, { by: Actor; body: object }>> = {
  Task_HandOver: { by: people.clerk, body: say.handOver },
  Task_ScopeCheck: { by: people.officer, body: say.accept },
  Task_Analyse: { by: people.officer, body: say.analysis([departments.market]) },
  Task_ConfirmCause: { by: people.liaison, body: say.confirmed },
  Task_Verdict: {
    by: people.officer,
    body: { ...say.departmentAtFault, recurrenceFinding: 'dismissed', recurrenceReason: '不同' },
  },
  Task_HeadVerdict: {
    by: people.supervisor,
    body: { ...say.departmentAtFault, recurrenceFinding: 'dismissed', recurrenceReason: '不同' },
  },
  Task_Rectify: { by: people.liaison, body: say.rectified },
  Task_Verify: { by: people.officer, body: say.passedCheck },
  Task_Feedback: { by: people.officer, body: say.feedback },
  Task_FollowUp: { by: people.officer, body: say.done },
  Task_ReturnVisit: { by: people.officer, body: say.satisfied },
  Task_SuperviseAnalysis: { by: people.supervisor, body: say.supervised },
  Task_SuperviseFeedback: { by: people.supervisor, body: say.supervised },
  Task_SupervisePhoneReply: { by: people.supervisor, body: say.supervised },
}

// What fell due while nobody was there comes in rounds; it may die within any of them.
if (counted === 'catchingUp') statements = 0
while ((await keepTime(parts)).more);
acknowledge({ caughtUp: true })
await workOff(parts)
for (let index = 0; index < 200; index++) {
  const submissionId = `form ${index}`
  const registered = await registerCase(parts, {
    channel: 'window',
    submissionId,
    registrar: people.clerk,
    body: {
      item: `事项${index}`,
      department: String(departments.market),
      contact: '10000000101',
      place: String(places.centre),
      description: '窗口另要材料。',
      guideMatch: 'more',
    },
  })
  if (!registered.ok) throw new Error(JSON.stringify(registered.errors))
  acknowledge({ submissionId, number: registered.number })
  for (;;) {
    const open = await office.open(registered.number)
    const next = open.map(task => ({ task, answer: answers[task.activityId] })).find(one => one.answer)
    if (!next?.answer) break
    const { id, revision } = next.task
    await completeTask(parts, next.answer.by, { taskId: id, revision, body: next.answer.body })
    acknowledge({ taskId: id })
  }
}
throw new Error('The day was too short to die in')

function acknowledge(what: object) {
  writeSync(1, `${JSON.stringify(what)}\n`)
}
