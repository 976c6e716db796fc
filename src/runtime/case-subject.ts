import { z } from 'zod'
import type { Instant } from '../clock.js'
import { deriveConfirmation } from '../casework/confirmation.js'
import { feelContext, projectFacts } from '../casework/facts.js'
import { type ContactRule, deriveContact, usualContactRule } from '../casework/phone-call.js'
import type {
  NewCall,
  NewRectification,
  StoredCall,
  StoredCase,
  StoredCaseDepartment,
  Unit,
} from '../store/index.js'
import { LostRaceError } from './lost-race.js'
import { contactRule } from './office-settings.js'
import type { Subject } from './subject.js'

/** A case in one transaction: what is known of it, what the turn changes, and how it is written back. */
export interface CaseSubject extends Subject {
  readonly kind: 'case'
  readonly row: StoredCase
  /** Facts as they are now, with what was noted. */
  readonly facts: Readonly<Record<string, unknown>>
  /** Every round of asking the departments. */
  readonly confirmations: readonly StoredCaseDepartment[]
  /** Names the departments of the case, the lead first; the next round asks these. */
  assignDepartments(ids: readonly number[]): void
  /** What one department said in the current round. */
  answerFor(
    departmentId: number,
    answer: { confirmation: 'confirmed' | 'disputed' | 'notOurs'; reason: string | null; by: number },
  ): void
  recordCall(call: Omit<NewCall, 'caseId'>): void
  submitRectification(rectification: Omit<NewRectification, 'caseId'>): void
  /** Changes columns of the case that are no facts. */
  set(
    columns: Partial<
      Pick<
        StoredCase,
        'recurrenceOf' | 'rectifiedAt' | 'subjectAccountId' | 'visits' | 'closedAt' | 'endEvent'
      >
    >,
  ): void
}

/** @throws Error when there is no such case: a task or a deadline always has one */
export async function loadCase(unit: Unit, caseId: number, now: Instant): Promise<CaseSubject> {
  const [subject] = await loadCases(unit, [caseId], now)
  if (!subject) throw new Error(`There is no case ${caseId}`)
  return subject
}

/** Several cases with few questions. */
export async function loadCases(
  unit: Unit,
  caseIds: readonly number[],
  now: Instant,
): Promise<CaseSubject[]> {
  const rows = await unit.cases.byIds(caseIds)
  const confirmations = await unit.caseDepartments.ofCase(...caseIds)
  const calls = await unit.calls.ofCase(...caseIds)
  // no rule is met by a first call, so a case without one need not ask for it
  const rule = calls.length === 0 ? usualContactRule : await contactRule(unit)
  return rows.map(row => {
    const own = <T extends { caseId: number }>(all: readonly T[]) => all.filter(one => one.caseId === row.id)
    return caseSubject(row, own(confirmations), own(calls), now, rule)
  })
}

/** A case that has just been registered, or one that was read. */
export function caseSubject(
  row: StoredCase,
  storedConfirmations: readonly StoredCaseDepartment[],
  storedCalls: readonly StoredCall[],
  now: Instant,
  rule: ContactRule = usualContactRule,
): CaseSubject {
  const facts: Record<string, unknown> = { ...row.facts }
  const confirmations = storedConfirmations.map(one => ({ ...one }))
  const newCalls: NewCall[] = []
  const newRectifications: NewRectification[] = []
  const columns: Partial<StoredCase> = {}
  let departments = departmentsOf(row, confirmations)
  const rounds = () => confirmations.reduce((highest, one) => Math.max(highest, one.round), 0)
  const storedRounds = rounds()
  const contact = () => {
    const derived = deriveContact([...storedCalls, ...newCalls], instantOf(facts.causeConfirmedAt), rule)
    if (newCalls.length > 0) return derived
    // a call decides it by the rule of its day; another rule since then moves no case that has gone on
    return { ...derived, contactFailed: row.contactFailed && derived.tries > 0 }
  }

  const subject: CaseSubject = {
    kind: 'case',
    id: row.id,
    row,
    facts,
    confirmations,

    context: at =>
      feelContext(
        { ...row, ...columns, departments },
        facts,
        {
          ...deriveConfirmation(confirmations),
          // Calls of an earlier reply are its own: after a review the citizen is called anew.
          ...contact(),
        },
        at,
      ),

    note(name, value) {
      if (name !== 'confirmation') {
        facts[name] = value
        return
      }
      // The diagram says what silence means; it is each silent department that is deemed to have said it.
      for (const one of confirmations) {
        if (one.round !== rounds() || one.confirmation !== null) continue
        Object.assign(one, { confirmation: 'deemed', confirmedAt: now })
      }
    },

    collection: name => (name === 'departments' ? departments : []),

    reach: (group, element) => ({
      placeId: group === 'clerk' ? row.placeId : null,
      departmentId: group === 'liaison' ? (element?.id ?? departments[0] ?? null) : null,
      assigneeId: null,
    }),

    openRound(collection) {
      if (collection !== 'departments') return
      const round = rounds() + 1
      departments.forEach((departmentId, index) => {
        confirmations.push({
          caseId: row.id,
          departmentId,
          part: index === 0 ? 'lead' : 'assist',
          round,
          confirmation: null,
          reason: null,
          confirmedAt: null,
          confirmedBy: null,
        })
      })
    },

    assignDepartments(ids) {
      departments = [...ids]
      facts.departments = departments
      columns.departmentId = ids[0] ?? null
    },

    answerFor(departmentId, { confirmation, reason, by }) {
      const asked = confirmations.find(one => one.departmentId === departmentId && one.round === rounds())
      if (asked) Object.assign(asked, { confirmation, reason, confirmedAt: now, confirmedBy: by })
    },

    recordCall: call => void newCalls.push({ ...call, caseId: row.id }),

    submitRectification: one => void newRectifications.push({ ...one, caseId: row.id }),

    set: changed => void Object.assign(columns, changed),

    async save(unit, ended) {
      await saveConfirmations(unit, confirmations, storedConfirmations, storedRounds)
      if (newCalls.length > 0) await unit.calls.record(newCalls)
      if (newRectifications.length > 0) await unit.rectifications.submit(newRectifications)
      const lost = await unit.cases.update([
        {
          id: row.id,
          expectedRevision: row.revision,
          set: {
            ...columns,
            facts,
            ...projectFacts({
              ...facts,
              ...contact(),
            }),
            ...(ended && { closedAt: ended.at, endEvent: ended.endEvent }),
          },
        },
      ])
      if (lost.length > 0) throw new LostRaceError(`case ${row.id}`)
    },
  }
  return subject
}

/** The departments named last, which need not have been asked: the head's ruling asks nobody. At first intake's one. */
function departmentsOf(row: StoredCase, confirmations: readonly StoredCaseDepartment[]): number[] {
  const named = idList.safeParse(row.facts.departments)
  if (named.success) return named.data
  // named before they were kept
  const last = Math.max(0, ...confirmations.map(one => one.round))
  const asked = confirmations.filter(one => one.round === last)
  const lead = asked.filter(one => one.part === 'lead')
  const assist = asked.filter(one => one.part === 'assist')
  if (asked.length > 0) return [...lead, ...assist].map(one => one.departmentId)
  return row.departmentId === null ? [] : [row.departmentId]
}

async function saveConfirmations(
  unit: Unit,
  confirmations: readonly StoredCaseDepartment[],
  stored: readonly StoredCaseDepartment[],
  storedRounds: number,
) {
  const added = confirmations.filter(one => one.round > storedRounds)
  if (added.length > 0) await unit.caseDepartments.add(added)
  const answered = confirmations
    .slice(0, stored.length)
    .filter((one, index) => one.confirmation !== null && stored[index]?.confirmation === null)
  await unit.caseDepartments.answer(
    answered.map(one => ({
      caseId: one.caseId,
      departmentId: one.departmentId,
      round: one.round,
      confirmation: one.confirmation ?? 'deemed',
      reason: one.reason,
      at: one.confirmedAt ?? '',
      by: one.confirmedBy,
    })),
  )
}

const idList = z.array(z.number().int())

function instantOf(fact: unknown): Instant | null {
  return typeof fact === 'string' ? fact : null
}
