import { expect } from 'chai'
import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createStore, migrate, openDatabase } from '../../src/store/index.js'
import { testKeys } from '../helpers/database.js'
import type { Store, TrailFinding } from '../../src/store/index.js'

const kills = 20

/** Lives that begin on the morning after a working day, and die within the first round of what fell due on it. */
const mornings = [3, 9, 11, 16, 17]

interface Acknowledged {
  readonly submissionId?: string
  readonly number?: string
  readonly taskId?: number
  /** nothing that had passed was left */
  readonly caughtUp?: true
}

describe('Killed between any two writes, twenty times', function () {
  this.timeout(600_000)
  let folder: string
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'bandecheng-crash-'))
  })
  before(bundleWorker)
  after(() => rm(folder, { recursive: true }))

  it('loses nothing that was acknowledged and does nothing twice', async () => {
    const file = path.join(folder, 'office.sqlite')
    const acknowledged: Acknowledged[] = []
    let done = 0
    let diedCatchingUp = 0
    for (let run = 0; run < kills; run++) {
      // A day passes between two lives, so that limits fall due while nobody is there. Each life dies at another
      // statement: the first ones while it seeds and deploys, the later ones within a step.
      const day = new Date(Date.UTC(2026, 3, 14, 1) + run * 86_400_000).toISOString()
      const catchesUp = mornings.includes(run)
      const dieAt = catchesUp ? 3 + (run % 5) : 40 + ((run * 37) % 260)
      const lived = await live(file, { day, dieAt, counted: catchesUp ? 'catchingUp' : 'opening' })
      acknowledged.push(...lived)
      if (!lived.some(({ caughtUp }) => caughtUp)) diedCatchingUp++
      const store = await open(file)
      try {
        done += await check(store, acknowledged)
        const found: TrailFinding[] = []
        await store.verifyTrail([], finding => found.push(finding))
        expect(found, 'the trail is whole').to.deep.equal([])
      } finally {
        await store.close()
      }
    }
    expect(acknowledged.length, 'something was acknowledged').to.be.greaterThan(kills)
    expect(done, 'the check looked at something').to.be.greaterThan(kills)
    expect(diedCatchingUp, 'some died while they caught up on what they had missed').to.be.greaterThan(2)
  })
})

/** One file for all lives: each begins in half a second and not in three. It lies as deep as its source, for what it reads. */
const worker = path.join(import.meta.dirname, '../../dist/test/worker.js')

async function bundleWorker(): Promise<void> {
  await build({
    entryPoints: [path.join(import.meta.dirname, 'worker.ts')],
    outfile: worker,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    sourcemap: 'inline',
  })
}

/** One life; answers what it acknowledged before it was killed. */
function live(
  file: string,
  { day, dieAt, counted }: { day: string; dieAt: number; counted: 'opening' | 'catchingUp' },
): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [worker, file, day, String(dieAt), counted], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let complaint = ''
  child.stdout.on('data', chunk => (said += String(chunk)))
  child.stderr.on('data', chunk => (complaint += String(chunk)))
  return new Promise((resolve, reject) => {
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`It did not die as it should:\n${complaint}`))
      const lines = said.split('\n').filter(line => line.endsWith('}'))
      resolve(lines.map(line => JSON.parse(line) as Acknowledged))
    })
  })
}

async function open(file: string): Promise<Store> {
  const database = await openDatabase({ file }, testKeys)
  await migrate(database)
  return createStore(database)
}

/** Everything acknowledged is there, once; every row agrees with the state it belongs to. Answers how much it saw. */
async function check(store: Store, acknowledged: readonly Acknowledged[]): Promise<number> {
  const { read } = store
  let seen = 0
  for (const { submissionId, number, taskId } of acknowledged) {
    if (submissionId !== undefined) {
      expect((await read.cases.bySubmission(submissionId))?.number).to.equal(number)
    } else if (taskId !== undefined) {
      expect((await read.userTasks.byId(taskId))?.closeKind).to.equal('completed')
    }
  }
  for (let id = 1; ; id++) {
    const row = await read.cases.byId(id)
    if (!row) break
    seen++
    const history = await read.history.ofCase(id)
    const completions = history
      .filter(entry => entry.kind === 'task.completed')
      .map(entry => entry.data?.taskId)
    const completed = (await read.userTasks.ofCase(id)).filter(task => task.closeKind === 'completed')
    expect(completions, 'each completion once').to.have.members(completed.map(task => task.id))
    expect(history.filter(entry => entry.kind === 'case.registered')).to.have.length(1)
    const [instance, ...others] = await read.instances.ofSubject('case', id)
    expect(others, 'one process a case').to.deep.equal([])
    const state = await read.engineStates.byId(instance!.stateId)
    const waits = (kind: string) => state!.waits.filter(wait => wait.kind === kind).map(wait => wait.slot)
    const tasks = await read.userTasks.openOf(instance!.id)
    const limits = await read.deadlines.openOf(instance!.id)
    expect(
      tasks.map(task => task.slot),
      'tasks say what the state says',
    ).to.have.members(waits('userTask'))
    expect(
      limits.filter(limit => limit.firedAt === null).map(limit => limit.slot),
      'limits say what the state says',
    ).to.have.members(waits('timer'))
    const all = await read.deadlines.ofCase(id)
    const cards = await read.deadlines.cards(all.map(limit => limit.id))
    for (const [level, marked] of [
      ['yellow', all.filter(limit => limit.warnedAt !== null)],
      ['red', all.filter(limit => limit.firedAt !== null)],
    ] as const) {
      const ids = marked.map(limit => limit.id)
      const ofLevel = cards.filter(card => card.level === level).map(card => card.deadlineId)
      expect(ofLevel, `a ${level} card for each limit that is marked`).to.have.members(ids)
      const told = history
        .filter(entry => entry.kind === `card.${level}`)
        .map(entry => entry.data?.deadlineId)
      expect(told, `each ${level} card told once`).to.have.members(ids)
    }
    const moves = history.filter(entry => entry.kind === 'process.moved')
    expect(moves, 'a revision a turn').to.have.length(instance!.revision)
    expect(row.closedAt === null, 'the case ends with its process').to.equal(instance!.endedAt === null)
  }
  return seen
}
