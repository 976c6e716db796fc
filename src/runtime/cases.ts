import type { Actor } from '../casework/actor.js'
import { parseIntake } from '../casework/intake.js'
import type { FieldError, IntakeWarning } from '../casework/intake.js'
import { formatCaseNumber } from '../casework/case-number.js'
import type { CaseIntake } from '../casework/case.js'
import type { Channel } from '../casework/channel.js'
import { endingLabel } from '../casework/ending.js'
import { CaseClosedProblem, NotFoundProblem } from '../casework/problem.js'
import { localDateOf } from '../calendar/index.js'
import { text } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { StoredCase, Unit } from '../store/index.js'
import { caseEntry } from './case-entry.js'
import { caseSubject } from './case-subject.js'
import { command } from './command.js'
import { correlate } from './correlating.js'
import { itemCalled } from './items.js'
import type { Parts } from './parts.js'
import { startProcess } from './process-runner.js'
import { recurrenceOf } from './recurrence.js'
import { requireRight } from './rights.js'
import { caseInSight } from './queries/case-sight.js'

/** The process that every case walks. */
export const caseProcess = 'banbuchengshi'

/** A report as it comes from a page. */
export interface Report {
  readonly body: unknown
  readonly channel: Channel
  /** Made by the form that is sent: the same form sent twice is the same case. */
  readonly submissionId: string
  /** The clerk who registers it; null when the citizen does. */
  readonly registrar: Actor | null
}

export type Registered =
  | {
      readonly ok: true
      readonly number: string
      readonly caseId: number
      readonly warnings: readonly IntakeWarning[]
    }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** Registers a case and begins its process: 收集问题 (notice 三（一）). */
export function registerCase(parts: Parts, report: Report): Promise<Registered> {
  return command(parts, async (unit, now, stake) => {
    requireRight(report.registrar, 'case.register')
    const before = await unit.cases.bySubmission(report.submissionId)
    if (before) return { ok: true, number: before.number, caseId: before.id, warnings: [] }
    const parsed = parseIntake(report.body, { channel: report.channel, ...(await boundsOf(unit)) })
    if (!parsed.ok) return parsed
    const row = await insertCase(unit, parsed.value, report, now)
    await unit.attachments.adopt(report.submissionId, row.id)
    stake({ kind: 'turn', caseId: null, number: row.number })
    const subject = caseSubject(row, [], [], now)
    const mover = { at: now, by: row.registrarId, byName: report.registrar?.name ?? null }
    await unit.history.append([
      caseEntry(row, mover, 'case.registered', { channel: row.channel, recurrenceOf: row.recurrenceOf }),
    ])
    await startProcess(parts, unit, { key: caseProcess, subject, mover })
    return { ok: true, number: row.number, caseId: row.id, warnings: parsed.warnings }
  })
}

/** What is wrong with a report so far, and what its writer should know, without registering anything. */
export async function examineReport(
  { store }: Pick<Parts, 'store'>,
  body: unknown,
): Promise<{ readonly errors: readonly FieldError[]; readonly warnings: readonly IntakeWarning[] }> {
  const parsed = parseIntake(body, { channel: 'web', ...(await boundsOf(store.read)) })
  return parsed.ok ? { errors: [], warnings: parsed.warnings } : { errors: parsed.errors, warnings: [] }
}

/** 撤回: the citizen no longer wants it. The diagram says what a withdrawal leads to. */
export function withdrawCase(
  parts: Parts,
  { number, reason }: { number: string; reason: string },
): Promise<void> {
  return command(parts, async (unit, now, stake) => {
    const row = await byNumber(unit, number)
    const mover = { at: now, by: null, byName: text('runtime.citizen') }
    await correlate(parts, unit, row, {
      ...{ message: 'withdraw', kind: 'case.withdrawn' },
      ...{ mover, data: { reason }, stake },
    })
  })
}

/** 补充材料, 留言: words added to a case, by the citizen or by staff. They move nothing. */
export function addNote(
  parts: Parts,
  {
    number,
    by,
    words,
    kind,
  }: { number: string; by: Actor | null; words: string; kind: 'case.supplemented' | 'case.commented' },
): Promise<void> {
  return command(parts, async (unit, now) => {
    requireRight(by, 'case.note')
    const row = by
      ? await caseInSight({ read: unit }, by, await unit.cases.byNumber(number))
      : await byNumber(unit, number)
    if (row.closedAt !== null)
      throw new CaseClosedProblem(number, endingLabel(row.endEvent), text(`runtime.${kind}`))
    await unit.history.append([
      caseEntry(
        row,
        { at: now, by: by?.accountId ?? null, byName: by?.name ?? text('runtime.citizen') },
        kind,
        {
          words,
        },
      ),
    ])
  })
}

async function boundsOf(unit: { places: Pick<Unit['places'], 'departments' | 'places' | 'windows'> }) {
  const [departments, places, windows] = [
    await unit.places.departments(),
    await unit.places.places(),
    await unit.places.windows(),
  ]
  const active = <T extends { id: number; active: boolean }>(rows: readonly T[]) =>
    rows.filter(row => row.active)
  return {
    departmentIds: new Set(active(departments).map(row => row.id)),
    placeIds: new Set(active(places).map(row => row.id)),
    windowPlaces: new Map(active(windows).map(row => [row.id, row.placeId])),
  }
}

async function insertCase(unit: Unit, intake: CaseIntake, report: Report, now: Instant): Promise<StoredCase> {
  const on = localDateOf(now)
  const year = Number(on.slice(0, 4))
  const number = formatCaseNumber({ year, sequence: await unit.settings.next(`case ${year}`) })
  const { key: itemKey } = await itemCalled(unit, intake.itemName, now)
  const { departmentId } = intake
  const recurrence = await recurrenceOf(unit, {
    itemKey,
    departmentId,
    cause: null,
    caseId: null,
    registeredAt: now,
  })
  const [id = 0] = await unit.cases.insert([
    {
      ...intake,
      itemKey,
      number,
      submissionId: report.submissionId,
      registeredAt: now,
      registeredOn: on,
      registrarId: report.registrar?.accountId ?? null,
      recurrence: recurrence === null ? 'no' : 'suspected',
      recurrenceOf: recurrence,
      facts: { registeredAt: now, recurrence: recurrence === null ? 'no' : 'suspected', reviewCount: 0 },
    },
  ])
  if (recurrence !== null) {
    await unit.links.add([{ caseId: id, otherId: recurrence, kind: 'recurrence', at: now, by: null }])
  }
  const row = await unit.cases.byId(id)
  if (!row) throw new Error(`Case ${id} was not stored`)
  return row
}

/** @throws NotFoundProblem */
export async function byNumber(
  unit: { readonly cases: Pick<Unit['cases'], 'byNumber'> },
  number: string,
): Promise<StoredCase> {
  const row = await unit.cases.byNumber(number)
  if (!row) throw new NotFoundProblem(text('runtime.case'))
  return row
}
