import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../../src/casework/actor.js'
import { handClock, type HandClock } from '../../src/clock.js'
import { install } from '../../src/cli/install.js'
import { readCases } from '../../src/cli/play/case-file.js'
import { furnish } from '../../src/cli/seed/furnish.js'
import { sitePages } from '../../src/http/index.js'
import { candidatesFor, readCast, someone, type Cast } from '../../src/play/cast.js'
import { fillingOf } from '../../src/play/fill-task.js'
import { bodyOf } from '../../src/play/intake.js'
import { mannersOf } from '../../src/play/manners.js'
import { shippedCases } from '../../src/play/shipped-cases.js'
import type { Sheet } from '../../src/play/replies.js'
import type { ScriptedCase } from '../../src/play/scripted-case.js'
import {
  keepTime,
  openFleetingParts,
  sessionPort,
  taskForm,
  unreadNotices,
  workOff,
  type Parts,
} from '../../src/runtime/index.js'
import type { StoredUserTask } from '../../src/store/index.js'
import { startSite, testConfig } from './app.js'
import { visitor, type Visitor } from './visitor.js'

/** The office of the twenty cases: all their places, departments and people, behind the real pages. */
export interface City {
  readonly parts: Parts
  readonly clock: HandClock
  readonly cast: Cast
  readonly script: (no: number) => ScriptedCase
  readonly as: (person: Actor) => Promise<Visitor>
  readonly citizen: () => Visitor
  /** Comes to the window (or sits at home), reports this case on a page, and answers its number. */
  readonly report: (no: number) => Promise<string>
  /** The names of the open tasks. */
  readonly open: (number: string) => Promise<string[]>
  /**
   * Does the open task of this name on its page, as the case’s script fills it in.
   * @returns who did it
   */
  readonly work: (number: string, task: string, answers?: Readonly<Record<string, string>>) => Promise<Actor>
  /** Does one task after another until this one is open; `null`: until nothing is. */
  readonly workUntil: (number: string, task: string | null) => Promise<void>
  /** Sets the clock and does everything that is due by then, in order. */
  readonly passTo: (instant: string) => Promise<void>
  readonly close: () => Promise<void>
}

export async function openCity(start: string): Promise<City> {
  const read = await readCases(shippedCases)
  const scripts = new Map(read.map(each => [each.no, each]))
  const clock = handClock(start)
  const parts = await openFleetingParts(clock)
  await furnish(parts, read)
  await install(parts)
  const cast = await readCast(parts)
  const sessions = sessionPort(parts)
  const site = await startSite({
    clock,
    sessions,
    pages: sitePages(parts, testConfig),
    unread: actor => unreadNotices(parts, actor),
  })
  const rounds = new Map<string, number>()
  const ofCase = new Map<string, ScriptedCase>()

  const as: City['as'] = async person => {
    const token = randomBytes(32).toString('base64url')
    const tokenHash = createHash('sha256').update(token).digest('hex')
    const expiresAt = new Date(Date.parse(clock.now()) + 3_600_000).toISOString()
    await sessions.create({ tokenHash, accountId: person.accountId, expiresAt })
    const browser = visitor(site.url)
    browser.cookies.set('bdc_session', token)
    return browser
  }

  const script: City['script'] = no => {
    const found = scripts.get(no)
    if (!found) throw new Error(`There is no case ${no}`)
    return found
  }

  const openTasks = async (number: string): Promise<StoredUserTask[]> => {
    const row = await parts.store.read.cases.byNumber(number)
    return (await parts.store.read.userTasks.ofCase(row?.id ?? 0)).filter(task => task.closedAt === null)
  }

  const work: City['work'] = async (number, name, answers = {}) => {
    const open = await openTasks(number)
    const task = open.find(each => each.name === name)
    const plan = ofCase.get(number)
    if (!task || !plan) throw new Error(`${name} is not open, but ${open.map(each => each.name).join()}`)
    const key = [number, task.activityId, task.departmentId].join(' ')
    const round = (rounds.get(key) ?? 0) + 1
    rounds.set(key, round)
    const { fields } = (await taskForm(parts, null, task.id)).form
    const { fill } = await fillingOf(parts, cast, {
      task,
      plan: { script: plan, manners: mannersOf(plan) },
      round,
    })
    for (const person of candidatesFor(cast, task, plan.no)) {
      const browser = await as(person)
      const page = await browser.get(`/tasks/${task.id}`)
      if (page.status !== 200) continue
      const revision = /name="revision" value="(\d+)"/.exec(page.body)?.[1] ?? ''
      const sheet = { ...withLead(fill(fields)), ...answers, revision }
      const done = await browser.post(`/tasks/${task.id}`, sheet)
      if (done.status === 303) return person
      if (done.status === 422) throw new Error(`${name}: ${complaint(done.body)}`)
    }
    throw new Error(`Nobody may do ${name}`)
  }

  return {
    parts,
    clock,
    cast,
    script,
    as,
    citizen: () => visitor(site.url),
    work,
    open: async number => (await openTasks(number)).map(task => task.name),

    async report(no) {
      const plan = script(no)
      const placeId = cast.placeIds.get(plan.place) ?? null
      const clerk = someone(cast, 'clerk', placeId)
      const browser = clerk === null ? visitor(site.url) : await as(clerk)
      const address = clerk === null ? '/' : '/register'
      const page = await browser.get(address)
      const submissionId = /name="submissionId" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
      const sent = await browser.post(address, { submissionId, ...bodyOf(plan, cast, placeId) })
      const number = /(\d{4}-\d{5}-\d)/.exec(decodeURIComponent(sent.location ?? ''))?.[1]
      if (number === undefined) throw new Error(`Not registered: ${sent.status} ${complaint(sent.body)}`)
      ofCase.set(number, plan)
      return number
    },

    async workUntil(number, name) {
      for (let left = 40; left > 0; left--) {
        const open = (await openTasks(number)).map(task => task.name)
        const [next] = open
        if (next === undefined || (name !== null && open.includes(name))) return
        await work(number, next)
      }
      throw new Error(`It never came to ${name ?? 'an end'}`)
    },

    async passTo(instant) {
      const until = new Date(instant).toISOString()
      for (;;) {
        const { deadlines, jobs } = parts.store.read
        const next = [await deadlines.nextDueAt(), await jobs.nextDueAt()]
          .filter(at => at !== null && at > clock.now() && at <= until)
          .sort()[0]
        clock.set(next ?? until)
        while ((await keepTime(parts)).more);
        await workOff(parts)
        if (!next) return
      }
    },

    async close() {
      await site.stop()
      await parts.store.close()
    },
  }
}

/** Of several departments the page asks which one leads: the first. */
function withLead(sheet: Sheet): Sheet {
  const leads = Object.entries(sheet).flatMap(([field, said]) =>
    Array.isArray(said) && said.length > 1 ? [[`${field}Lead`, said[0] ?? '']] : [],
  )
  return { ...sheet, ...(Object.fromEntries(leads) as Sheet) }
}

/** What the page complains of, in its own words. */
function complaint(html: string): string {
  const summary = /class="error-summary[\s\S]*?<\/(?:section|div)>/.exec(html)?.[0] ?? html
  return summary
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300)
}
