import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { handClock } from '../../src/clock.js'
import type { HandClock } from '../../src/clock.js'
import { parseCalendarFile } from '../../src/calendar/index.js'
import type { Actor } from '../../src/casework/actor.js'
import { createFiles, type Scan } from '../../src/files/index.js'
import { learningAdvance } from '../../src/engine/index.js'
import type { Advance } from '../../src/engine/index.js'
import {
  completeTask,
  createParts,
  deploy,
  keepTime,
  registerCase,
  workOff,
} from '../../src/runtime/index.js'
import type { Parts } from '../../src/runtime/index.js'
import { createStore, migrate, openDatabase } from '../../src/store/index.js'
import type { CompiledTexts } from '../../src/runtime/definitions.js'
import type { Database, StoredUserTask } from '../../src/store/index.js'
import { bothWays } from './both-ways.js'
import { readInto, temporaryFolder, testKeys } from './database.js'
import { furnish } from './furnish.js'
import type { Furnished } from './furnish.js'

// What one office has learnt of the diagrams serves the next: the turns are the same, whoever’s case it is.
const texts: CompiledTexts = new Map()
const learning = learningAdvance()
const checked = bothWays(learning)

const root = path.join(import.meta.dirname, '../..')

/** An office of a few people on a clock that stands still: real store, real engine, real calendar, real diagrams. */
export interface TestOffice extends Furnished {
  readonly parts: Parts
  /** What is under the store: for tests that listen to its statements. */
  readonly database: Database
  /** Its data directory; made only by who puts a file into it. */
  readonly folder: string
  readonly clock: HandClock
  /** Sets the clock and does everything that is due by then, in order. */
  passTo(instant: string): Promise<void>
  /** Registers a case at the window of the centre and answers its number. */
  register(answers?: Record<string, unknown>): Promise<string>
  /** The open tasks of a case. */
  open(number: string): Promise<StoredUserTask[]>
  /** The open task of this activity. */
  task(number: string, activityId: string, departmentId?: number): Promise<StoredUserTask>
  /** Completes the open task of this activity with these answers. */
  complete(number: string, activityId: string, by: Actor, answers?: Record<string, unknown>): Promise<void>
  close(): Promise<void>
}

/** @param start the instant at which the office opens its books, with offset */
export async function openTestOffice({
  start = '2026-04-14T09:00:00+08:00',
  advance,
  target = { file: ':memory:' },
  onStatement,
  scan = null,
}: {
  start?: string
  advance?: Advance
  target?: Parameters<typeof openDatabase>[0]
  /** Told of each statement before it is written; for tests that stop the house between two of them. */
  onStatement?: () => void
  /** The check for malware; the office has none unless a test gives it one. */
  scan?: Scan | null
} = {}): Promise<TestOffice> {
  const clock = handClock(start)
  const database = await openDatabase(target, testKeys)
  const inMemory = 'file' in target && target.file === ':memory:'
  // who counts the statements counts those of the opening too
  const copied = inMemory && !onStatement
  await (copied ? readInto(database, await booksOpenedAt(start)) : migrate(database))
  if (onStatement) database.writer.on('query', onStatement)
  const store = createStore(database)
  const folder = path.join(tmpdir(), `bandecheng-office-${randomUUID()}`)
  const files = createFiles(path.join(folder, 'files'), { clock, scan })
  const parts = createParts({ store, files, clock, advance: advance ?? checked, texts })
  const { places, departments, people } = await (copied ? furnished(parts) : openBooks(parts))

  const office: TestOffice = {
    parts,
    folder,
    database,
    clock,
    people,
    places,
    departments,

    async passTo(instant) {
      const until = new Date(instant).toISOString()
      // From due instant to due instant, as a clock would go: a limit armed on the way may fall due on the way too.
      for (;;) {
        const next = [await store.read.deadlines.nextDueAt(), await store.read.jobs.nextDueAt()]
          .filter(at => at !== null && at > clock.now() && at <= until)
          .sort()[0]
        clock.set(next ?? until)
        while ((await keepTime(parts)).more);
        await workOff(parts)
        if (!next) return
      }
    },

    async register(answers = {}) {
      const registered = await registerCase(parts, {
        channel: 'window',
        submissionId: `s${Math.random()}`,
        registrar: people.clerk,
        body: {
          item: '食品经营许可（新办）',
          department: String(departments.market),
          contact: '10000000101',
          place: String(places.centre),
          window: String(places.window),
          reporterName: '覃小梅',
          description: '窗口另要房东声明，指南里没有这一条，前后跑了三趟。',
          failedStage: 'notAccepted',
          visits: '3',
          guideRead: 'web',
          guideMatch: 'more',
          ...answers,
        },
      })
      if (!registered.ok) throw new Error(JSON.stringify(registered.errors))
      return registered.number
    },

    async open(number) {
      const row = await store.read.cases.byNumber(number)
      return (await store.read.userTasks.ofCase(row!.id)).filter(task => task.closedAt === null)
    },

    async task(number, activityId, departmentId) {
      const open = await office.open(number)
      const found = open.find(
        task =>
          task.activityId === activityId &&
          (departmentId === undefined || task.departmentId === departmentId),
      )
      if (!found)
        throw new Error(`${activityId} is not open, but ${open.map(task => task.activityId).join(', ')}`)
      return found
    },

    async complete(number, activityId, by, answers = {}) {
      const mine = by.role === 'liaison' ? (by.departmentId ?? undefined) : undefined
      const task = await office.task(number, activityId, mine)
      await completeTask(parts, by, { taskId: task.id, revision: task.revision, body: answers })
    },

    async close() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return office
}

/** Furnishes a migrated database and puts the diagrams of the office in force. */
async function openBooks(parts: Parts): Promise<Furnished> {
  const made = await furnished(parts)
  for (const file of ['banbuchengshi.bpmn', 'quarterly-report.bpmn']) {
    const xml = await readFile(path.join(root, 'processes', file), 'utf8')
    await deploy(parts, { xml, reason: '启用', by: null })
  }
  return made
}

async function furnished({ store, clock }: Parts): Promise<Furnished> {
  const calendar = await readFile(path.join(root, 'src/cli/seed/calendar.json'), 'utf8')
  return store.transaction(unit => furnish(unit, parseCalendarFile(calendar), clock.now()))
}

const books = new Map<string, Promise<string>>()

/** The file of an office that has just opened its books at this instant. It is written once and read by each. */
function booksOpenedAt(start: string): Promise<string> {
  const written = books.get(start) ?? writeBooks(start)
  books.set(start, written)
  return written
}

async function writeBooks(start: string): Promise<string> {
  const folder = await temporaryFolder()
  const clock = handClock(start)
  const database = await openDatabase({ file: ':memory:' }, testKeys)
  await migrate(database)
  const store = createStore(database)
  const files = createFiles(path.join(folder, 'files'), { clock, scan: null })
  await openBooks(createParts({ store, files, clock, advance: learning, texts }))
  const file = path.join(folder, 'opened.sqlite')
  await database.writer.raw('vacuum into ?', [file])
  await store.close()
  return file
}
