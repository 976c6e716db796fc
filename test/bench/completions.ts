import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import knexModule from 'knex'
import { learningAdvance } from '../../src/engine/index.js'
import { completeTask } from '../../src/runtime/index.js'
import * as say from '../features/answers.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import { ratio } from './figures.js'
import { bareSource, inMemory, recoveredAndSaved } from './bare-engine.js'
import { way } from './way.js'

const seconds = Number(process.env.BENCH_SECONDS ?? 8)
const openCases = Number(process.env.BENCH_CASES ?? 10_000)

let serial = 0

/** Whole cases: bpmn-engine alone, recovered and saved at each step, and the runtime with all that a case needs. */
export async function completions(folder: string): Promise<void> {
  const source = await bareSource(
    await readFile(path.join(import.meta.dirname, '../../processes/banbuchengshi.bpmn'), 'utf8'),
  )
  const alone = await rate(() => inMemory(source))
  tell('(a) bpmn-engine alone, in memory', alone)
  const saved = await recovered(source, folder)
  tell('(b) bpmn-engine recovered and saved at each step, SQLite synchronous=FULL', saved)
  const office = await openTestOffice({
    advance: learningAdvance(),
    target: { file: path.join(folder, 'office.sqlite') },
  })
  await wholeCase(office) // learns the way; what is measured is the second case and all after it
  const ours = await rate(() => wholeCase(office))
  tell('    the runtime: forms, rules, tasks, limits, facts, history; SQLite synchronous=FULL', ours)
  console.log(`\nthe runtime against (a): ${ratio(ours, alone)}   against (b): ${ratio(ours, saved)}\n`)
  await bytes(office, folder)
  await office.close()
}

/** Completions per second. */
async function rate(work: () => Promise<number>): Promise<number> {
  await work()
  const begin = performance.now()
  let completions = 0
  while (performance.now() - begin < seconds * 1000) completions += await work()
  return (completions * 1000) / (performance.now() - begin)
}

async function recovered(source: unknown, folder: string): Promise<number> {
  const database = knexModule.knex({
    client: 'sqlite3',
    connection: { filename: path.join(folder, 'bare.sqlite') },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  })
  await database.raw('pragma journal_mode = wal')
  await database.raw('pragma synchronous = full')
  await database.schema.createTable('saved', table => {
    table.increments()
    table.text('state')
  })
  let id = 0
  const result = await rate(async () => {
    id++
    await database('saved').insert({ id, state: '' })
    return recoveredAndSaved(source, async state => {
      await database('saved').where({ id }).update({ state })
    })
  })
  await database.destroy()
  return result
}

/** One case from the window to the archive; answers the completions. */
async function wholeCase(office: TestOffice): Promise<number> {
  const number = await office.register({ item: `事项${++serial}` })
  for (const activity of way) {
    const { by, body } = answers(office)[activity]
    const [task] = await office.open(number)
    if (task?.activityId !== activity) throw new Error(`${activity} is not open`)
    await completeTask(office.parts, by, { taskId: task.id, revision: task.revision, body })
  }
  return way.length
}

function answers({ people, departments }: TestOffice) {
  const { clerk, officer, liaison } = people
  return {
    Task_HandOver: { by: clerk, body: say.handOver },
    Task_ScopeCheck: { by: officer, body: say.accept },
    Task_Analyse: { by: officer, body: say.analysis([departments.market]) },
    Task_ConfirmCause: { by: liaison, body: say.confirmed },
    Task_Verdict: { by: officer, body: say.departmentAtFault },
    Task_Rectify: { by: liaison, body: say.rectified },
    Task_Verify: { by: officer, body: say.passedCheck },
    Task_Feedback: { by: officer, body: say.feedback },
    Task_FollowUp: { by: officer, body: say.done },
    Task_ReturnVisit: { by: officer, body: say.satisfied },
  }
}

/** What the engine’s state costs per open case, when there are many. */
async function bytes(office: TestOffice, folder: string) {
  for (let index = 0; index < openCases; index++) {
    await office.register({ item: `事项${++serial}` })
    if (index % 2 === 1)
      await office.complete(await lastNumber(office), 'Task_HandOver', office.people.clerk, say.handOver)
  }
  const { store } = office.parts
  const instances = await store.read.instances.running(
    'case',
    Array.from({ length: serial }, (_, index) => index + 1),
  )
  const states = await store.read.engineStates.byIds([
    ...new Set(instances.map(instance => instance.stateId)),
  ])
  const stateBytes = states.reduce(
    (sum, state) => sum + Buffer.byteLength(state.body) + Buffer.byteLength(JSON.stringify(state.waits)),
    0,
  )
  // a row of process_instance refers to its state by a number of at most 8 bytes
  const perCase = stateBytes / instances.length + 8
  const file = await stat(path.join(folder, 'office.sqlite'))
  console.log(
    `${instances.length} open cases stand in ${states.length} states of ${stateBytes} bytes in all:`,
  )
  console.log(`  engine state per open case: ${perCase.toFixed(1)} bytes`)
  console.log(`  the whole database, per case ever registered: ${Math.round(file.size / serial)} bytes`)
}

async function lastNumber(office: TestOffice): Promise<string> {
  const row = await office.parts.store.read.cases.byId(serial)
  return row?.number ?? ''
}

function tell(what: string, perSecond: number) {
  console.log(`${perSecond.toFixed(1).padStart(8)} completions/s  ${what}`)
}
