import type { Actor } from '../../casework/actor.js'
import type { Instant } from '../../clock.js'
import { maskName, maskPhone, maskText } from '../../casework/masking.js'
import { ERASURE_RULES, type ErasureRule } from '../../casework/retention.js'
import { hasRight } from '../../casework/rights.js'
import { text } from '../../catalogue/index.js'
import type {
  CaseDetail,
  StoredAssistance,
  StoredCall,
  StoredCaseDepartment,
  StoredLink,
  StoredRectification,
  TimelineEntry,
} from '../../store/index.js'
import { localDateOf, workingDaysBetween } from '../../calendar/index.js'
import type { Parts } from '../parts.js'
import { isRestricted } from '../restriction.js'
import { caseAttachments, type AttachmentLine } from '../attachments/list.js'
import { caseBeside } from './case-beside.js'
import type { CaseBeside } from './case-beside.js'
import { caseInSight } from './case-sight.js'
import { caseSupervisions } from './case-supervisions.js'
import type { CaseSupervision } from './case-supervisions.js'
import { caseStory } from './case-story.js'
import type { StoryEntry } from './case-story.js'
import { deadlineLedgers } from './deadline-ledger.js'
import { openTasksOf, wasCompleted } from './case-work.js'
import type { OpenTask } from './case-work.js'
import { earlierRectification, type EarlierRectification } from './earlier-rectification.js'
import type { ExplainedDeadline } from './promise.js'
import { explained } from './promise.js'
import { timeChangesOf } from './time-changes.js'
import type { TimeChanges } from './time-changes.js'

/** Everything a case page shows, masked as this reader must have it. */
export interface CasePage {
  readonly detail: CaseDetail
  readonly now: Instant
  /** Working days since the registration, up to the end of the case. */
  readonly workingDays: number
  /** What the diagram’s end event is called; null while the case goes on. */
  readonly ending: string | null
  readonly deadlines: readonly CaseDeadlineNow[]
  readonly timeline: readonly StoryEntry[]
  readonly attachments: readonly AttachmentLine[]
  /** What it said of people was cleared: when, and by which rule. */
  readonly erased: { readonly at: Instant; readonly rule: ErasureRule } | null
  /** The citizen's name and number may be asked for: they are there still, and may be used. */
  readonly reachable: boolean
  /** 暂不清除: who said so, and why; typed words masked. */
  readonly hold: { readonly at: Instant; readonly byName: string; readonly reason: string } | null
  /** This reader may say, or take back, that it is to be kept. */
  readonly mayHold: boolean
  readonly calls: readonly StoredCall[]
  readonly rectifications: readonly StoredRectification[]
  readonly confirmations: readonly (StoredCaseDepartment & { readonly departmentName: string })[]
  /** What this reader may do about it beside the procedure. */
  readonly beside: CaseBeside
  /** 协办: what other departments were asked during the work, and what they said. */
  readonly assistance: readonly AskedForHelp[]
  readonly supervisions: readonly CaseSupervision[]
  /** How often a task of it was given to somebody else (改派). */
  readonly reassigned: number
  /** what was put right before, when this looks like the same problem again */
  readonly earlier: EarlierRectification | null
  readonly links: readonly (StoredLink & { readonly number: string })[]
  readonly openTasks: readonly OpenTask[]
  /** What may be done to its time now, as the diagram has it. */
  readonly time: TimeChanges
  /** The other cases of the same item in the last year. */
  readonly similar: readonly {
    readonly number: string
    readonly registeredOn: string
    readonly verdict: string | null
  }[]
}

/** A request for help with the names of who was asked and who asked. */
export interface AskedForHelp extends StoredAssistance {
  readonly departmentName: string
  readonly askedByName: string
}

/** A deadline of the case with how it ended. */
export interface CaseDeadlineNow extends ExplainedDeadline {
  /** It ended because its work was done. */
  readonly completed: boolean
}

/** @throws NotFoundProblem when there is no such case or it is not this reader’s: the two look alike */
export async function casePage(parts: Parts, actor: Actor, number: string): Promise<CasePage> {
  const { store, clock } = parts
  const now = clock.now()
  const detail = await caseInSight(store, actor, await store.views.caseDetail({ number }))
  const calendar = await parts.calendars.current(store.read)
  const definition = detail.definitionId === null ? null : await parts.definitions.byId(detail.definitionId)
  const departments = new Map((await store.read.places.departments()).map(one => [one.id, one.name]))
  const links = await store.read.links.ofCase(detail.id)
  const linked = new Map(
    (await store.read.cases.byIds(links.flatMap(link => [link.caseId, link.otherId]))).map(row => [
      row.id,
      row.number,
    ]),
  )
  const aYearAgo = new Date(Date.parse(now) - 366 * 86_400_000).toISOString()
  const ofItem = await store.read.cases.ofItem(detail.itemKey, { since: aYearAgo, limit: 11 })
  const tasks = await store.read.userTasks.ofCase(detail.id)
  const stored = await store.views.caseDeadlines(detail.id)
  const ledgers = await deadlineLedgers(
    store,
    stored.map(({ id }) => id),
  )
  const deadlines = stored.map(one => ({
    ...explained(calendar, one, { now, ledger: ledgers.get(one.id) ?? [] }),
    completed: wasCompleted(one, tasks),
  }))
  const timeline = await store.views.timeline(detail.id)
  const { closedAt, endEvent } = detail
  return {
    detail: masked(detail),
    now,
    workingDays: workingDaysBetween(calendar, detail.registeredOn, localDateOf(closedAt ?? now)),
    ending: endEvent === null ? null : (definition?.nodes.get(endEvent)?.name ?? endEvent),
    deadlines,
    timeline: caseStory(timeline, definition, departments),
    attachments: await caseAttachments(parts, actor, detail),
    erased: detail.erasedAt === null ? null : { at: detail.erasedAt, rule: ruleOf(timeline) },
    reachable: detail.erasedAt === null && !(await isRestricted(store.read, detail)),
    hold: await holdOf(store, detail.id),
    mayHold: hasRight(actor, 'case.hold') && detail.closedAt !== null && detail.erasedAt === null,
    calls: (await store.read.calls.ofCase(detail.id)).map(call => ({
      ...call,
      number: maskPhone(call.number),
      said: wordsOf(call.said),
    })),
    rectifications: await store.read.rectifications.ofCase(detail.id),
    confirmations: (await store.read.caseDepartments.ofCase(detail.id)).map(row => ({
      ...row,
      reason: wordsOf(row.reason),
      departmentName: departments.get(row.departmentId) ?? '',
    })),
    beside: await caseBeside(store, actor, detail),
    assistance: await assistanceOf(store, detail.id, departments),
    supervisions: await caseSupervisions(parts, actor, { detail, tasks, deadlines }),
    reassigned: timeline.filter(({ kind }) => kind === 'task.reassigned').length,
    earlier: await earlierRectification(store, actor, detail, departments),
    links: links.map(link => ({
      ...link,
      number: linked.get(link.caseId === detail.id ? link.otherId : link.caseId) ?? '',
    })),
    time: await timeChangesOf(parts, detail.id, now),
    openTasks: await openTasksOf(parts, actor, { detail, tasks, departments, timeline }),
    similar: ofItem
      .filter(row => row.id !== detail.id)
      .map(({ number: other, registeredOn, verdict }) => ({ number: other, registeredOn, verdict })),
  }
}

function ruleOf(timeline: readonly TimelineEntry[]): ErasureRule {
  const kind = timeline.find(entry => entry.kind === 'case.erased')?.data?.kind
  return ERASURE_RULES.find(rule => rule === kind) ?? 'cases'
}

async function holdOf({ read }: Parts['store'], caseId: number): Promise<CasePage['hold']> {
  const hold = await read.retention.holdOn(caseId)
  if (!hold) return null
  const [by] = await read.accounts.byIds([hold.by])
  return { at: hold.at, byName: by?.displayName ?? '', reason: maskText(hold.reason) }
}

async function assistanceOf(
  { read }: Parts['store'],
  caseId: number,
  departments: ReadonlyMap<number, string>,
): Promise<readonly AskedForHelp[]> {
  const asked = await read.assistance.ofCase(caseId)
  const names = new Map(
    (await read.accounts.byIds(asked.map(one => one.askedBy))).map(one => [one.id, one.displayName]),
  )
  return asked.map(one => ({
    ...one,
    request: maskText(one.request),
    answer: wordsOf(one.answer),
    departmentName: departments.get(one.departmentId) ?? '',
    askedByName: names.get(one.askedBy) ?? '',
  }))
}

function wordsOf(typed: string | null): string | null {
  return typed === null ? null : maskText(typed)
}

/** Names, numbers and what looks like one in free text are hidden; who needs them asks, and that is noted. */
export function masked<
  C extends Pick<CaseDetail, 'reporterName' | 'agentName' | 'contact' | 'description' | 'erasedAt'>,
>(row: C): C {
  if (row.erasedAt !== null) return { ...row, ...blanked }
  return {
    ...row,
    reporterName: maskName(row.reporterName),
    agentName: row.agentName === null ? null : maskName(row.agentName),
    contact: maskPhone(row.contact),
    description: maskText(row.description),
  }
}

/** What stands where the names, the number and the story were. */
const blanked = {
  reporterName: text('retention.blank'),
  agentName: null,
  contact: text('retention.blank'),
  description: text('retention.blank.story'),
}
