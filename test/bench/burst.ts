// Ten thousand limits are due on Monday at 08:30, while people go on completing their tasks.
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { learningAdvance } from '../../src/engine/index.js'
import { completeTask, keepTime, workOff } from '../../src/runtime/index.js'
import * as say from '../features/answers.js'
import { analysedCase, confirmedCase } from '../features/stages.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import { copyCase } from './copies.js'
import { milliseconds, quantile, ratio } from './figures.js'

const seconds = Number(process.env.BENCH_SECONDS ?? 8)
const limits = Number(process.env.BENCH_DEADLINES ?? 10_000)
/** Moments a round; none: as many as the timekeeper takes by itself. */
const atOnce = process.env.BENCH_BATCH === undefined ? undefined : Number(process.env.BENCH_BATCH)

/** Completions that people send a second, whether the last one has been answered or not. */
const pace = 4
/** Limits that are fired one at a time and in rounds, by turns, before the burst. */
const compared = Math.min(1_000, limits)

const friday = '2026-04-10T09:00:00+08:00'
const monday = '2026-04-13T00:30:00.000Z'
const [before, after] = ['2026-04-13T00:29:00.000Z', '2026-05-30T00:00:00.000Z']

/** How fast a burst of limits fires, what people notice of it, and whether each fired once and in order. */
export async function burst(folder: string): Promise<void> {
  const office = await openTestOffice({
    start: friday,
    advance: learningAdvance(),
    target: { file: path.join(folder, 'office.sqlite') },
  })
  try {
    const tasks = await furnished(office)
    await sideBySide(office)
    office.clock.set(before)
    const calm = await latencies(office, tasks, sleep(seconds * 1000))

    office.clock.set(monday)
    const due = await dueNow(office)
    const begin = performance.now()
    const busy = await latencies(office, tasks, keepAll(office))
    const perSecond = (due.length * 1000) / (performance.now() - begin)
    console.log(`${due.length} limits due at once: ${perSecond.toFixed(0)} fired/s while people work`)
    for (const [what, share] of [
      ['median', 0.5],
      ['p99', 0.99],
    ] as const) {
      const [one, other] = [quantile(busy, share), quantile(calm, share)]
      console.log(
        `a completion’s ${what}: ${milliseconds(one)} in the burst, ${milliseconds(other)} before it, ${ratio(one, other)}` +
          ` (${busy.length} and ${calm.length} completions)`,
      )
    }
    await verify(office, due, busy.length + calm.length)
  } finally {
    await office.close()
  }
}

/** Cases at four places, brought there by the use cases and copied, and a heap of tasks for people. */
async function furnished(office: TestOffice): Promise<number[]> {
  const { clerk, officer } = office.people
  const waiting = await office.register()
  const analysing = await office.register()
  await office.complete(analysing, 'Task_HandOver', clerk, say.handOver)
  await office.complete(analysing, 'Task_ScopeCheck', officer, say.accept)
  const places = [waiting, analysing, await analysedCase(office), await confirmedCase(office)]
  const ids = await Promise.all(places.map(number => caseId(office, number)))
  for (const [count, dueAt] of [
    [compared / 2, '2026-04-12T00:00:00.000Z'],
    [limits / places.length, monday],
  ] as const) {
    for (const id of ids) await copyCase(office.database, id, { count, dates: { dueAt, warnAt: null } })
  }
  const spare = { count: 50 * pace * Math.max(seconds, limits / 100), dates: { dueAt: after, warnAt: null } }
  const { first, last } = await copyCase(office.database, ids[0] ?? 0, spare)
  const tasks = await office.database
    .reader<{ id: number }>('user_task')
    .whereBetween('case_id', [first, last])
    .orderBy('id')
  return tasks.map(({ id }) => id)
}

/** The same limits one at a time, each in a transaction of its own, and in rounds, by turns. */
async function sideBySide(office: TestOffice): Promise<void> {
  office.clock.set('2026-04-12T00:00:00.000Z')
  const spent = { alone: 0, together: 0 }
  const fired = { alone: 0, together: 0 }
  const slice = Math.max(1, Math.floor(compared / 10))
  for (let turn = 0; (await dueNow(office)).length > 0; turn++) {
    const how = turn % 2 === 0 ? 'alone' : 'together'
    const begin = performance.now()
    let done = 0
    for (let more = true; more && done < slice;) {
      const round = await keepTime(office.parts, how === 'alone' ? 1 : atOnce)
      done += round.fired
      more = round.more
    }
    // the first turns of each are learnt on the engine
    if (turn < 2) continue
    spent[how] += performance.now() - begin
    fired[how] += done
  }
  const rate = (how: keyof typeof spent) => (fired[how] * 1000) / spent[how]
  console.log(
    `fired/s in rounds ${rate('together').toFixed(0)}, one at a time ${rate('alone').toFixed(0)}: ${ratio(rate('together'), rate('alone'))}`,
  )
}

/** Round after round, as the heartbeat does. */
async function keepAll(office: TestOffice): Promise<void> {
  for (let more = true; more;) {
    ;({ more } = await keepTime(office.parts, atOnce))
    await workOff(office.parts)
    await sleep(0)
  }
}

/**
 * People complete tasks at their pace until this is over. What each waits is counted from when it was sent, so that who
 * comes while another is waiting counts as well.
 */
async function latencies(office: TestOffice, tasks: number[], until: Promise<void>): Promise<number[]> {
  const waited: number[] = []
  const sent: Promise<void>[] = []
  const phase = { over: false }
  const end = until.then(() => {
    phase.over = true
  })
  for (let next = performance.now(); !phase.over; next += 1000 / pace) {
    await sleep(Math.max(0, next - performance.now()))
    sent.push(complete(office, tasks.pop()).then(() => void waited.push(performance.now() - next)))
  }
  await end
  await Promise.all(sent)
  return waited
}

async function complete({ parts, people }: TestOffice, taskId = 0): Promise<void> {
  const task = await parts.store.read.userTasks.byId(taskId)
  await completeTask(parts, people.clerk, { taskId, revision: task?.revision ?? 0, body: say.handOver })
}

/** @throws Error when a limit did not fire, fired twice or out of order, or a completion is missing */
async function verify(office: TestOffice, due: readonly number[], completed: number): Promise<void> {
  const knex = office.database.reader
  const shown = await knex<{ data: string }>('history_entry').where('kind', 'card.red').orderBy('id')
  const order = shown.map(({ data }) => (JSON.parse(data) as { deadlineId: number }).deadlineId)
  claim(order.slice(-due.length).join() === due.join(), 'each once, in the order in which they are due')
  claim((await dueNow(office)).length === 0, 'none is left')
  const unequal = await knex.raw<object[]>(
    `select i.id from process_instance i where i.revision <>
       (select count(*) from history_entry h where h.instance_id = i.id and h.kind = 'process.moved')`,
  )
  claim(unequal.length === 0, 'no case was moved twice by one limit')
  const done = await knex('user_task').where({ close_kind: 'completed', activity_id: 'Task_HandOver' })
  claim(done.length >= completed, 'every completion is there')
  claim((await knex('incident')).length === 0, 'no incident')
}

function claim(holds: boolean, what: string): void {
  if (!holds) throw new Error(`It does not hold: ${what}`)
  console.log(`  ✓ ${what}`)
}

async function dueNow({ parts }: TestOffice): Promise<number[]> {
  const stream = await parts.store.read.moments.first(limits + 2 * compared + 100)
  const passed = stream.filter(({ at, kind }) => kind === 'due' && at <= parts.clock.now())
  return passed.map(({ deadlineId }) => deadlineId)
}

async function caseId({ parts }: TestOffice, number: string): Promise<number> {
  return (await parts.store.read.cases.byNumber(number))?.id ?? 0
}
