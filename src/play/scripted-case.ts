import { z } from 'zod'
import { isCauseCode } from '../casework/cause.js'
import type { CauseCode } from '../casework/cause.js'

/** Whose fault a case is meant to be; the last two never come to a verdict. */
export type Fault = 'citizen' | 'department' | 'objective' | 'mixed' | 'consultation' | 'out-of-scope'

/** A case as a file tells it: what the citizen says, and how it is meant to go. */
export interface ScriptedCase {
  readonly no: number
  readonly item: string
  /** The lead department first; empty when the citizen does not know. */
  readonly departments: readonly string[]
  readonly place: string
  readonly window: string
  readonly reporterKind: 'person' | 'business' | 'firm'
  readonly reporterName: string
  readonly agentName: string
  readonly contact: string
  /** As the file says it, 未受理. */
  readonly failedStage: string
  readonly visits: number | null
  readonly description: string
  readonly appliedOnline: boolean
  readonly fault: Fault
  /** The main cause first. */
  readonly causes: readonly CauseCode[]
  /** What is expected, in words; some of them say how people behave. */
  readonly expect: string
  readonly guideRead: string
  readonly guideMatch: string
  readonly registeredAt: string | null
  /** When the departments have confirmed the cause. */
  readonly confirmedAt: string | null
  /** Comes so many months after the first case was rectified. */
  readonly monthsAfterCase1: number | null
}

/** A file of cases that was read, or where in it and why it is no such file. */
export type ReadCases =
  | { readonly ok: true; readonly cases: readonly ScriptedCase[] }
  | { readonly ok: false; readonly at: string; readonly reason: string }

/** Reads the text of a file of cases. */
export function parseCases(json: string): ReadCases {
  let read: unknown
  try {
    read = JSON.parse(json)
  } catch (error) {
    return { ok: false, at: 'JSON', reason: error instanceof Error ? error.message : String(error) }
  }
  const parsed = shape.safeParse(read, { error: z.locales.zhCN().localeError })
  if (parsed.success) return { ok: true, cases: parsed.data.cases.map(scripted) }
  const [issue] = parsed.error.issues
  return { ok: false, at: (issue?.path ?? []).map(String).join('.'), reason: issue?.message ?? '' }
}

const words = z.string().default('')
const instant = z.iso.datetime({ offset: true }).nullish()
const shape = z.object({
  cases: z
    .array(
      z.object({
        no: z.int().optional(),
        item: z.string().min(1),
        department: words,
        coDepartments: z.array(z.string()).default([]),
        place: words,
        window: words,
        reporter: z.object({ kind: words, name: words, agent: words }).prefault({}),
        contact: words,
        failedStage: words,
        visits: z.int().min(0).nullish(),
        description: words,
        channel: words,
        fault: z
          .enum(['citizen', 'department', 'objective', 'mixed', 'consultation', 'out-of-scope'])
          .default('department'),
        cause: words,
        expect: words,
        guideRead: words,
        guideMatch: words,
        registeredAt: instant,
        confirmedAt: instant,
        monthsAfterCase1: z.int().min(1).max(60).nullish(),
      }),
    )
    .min(1),
})

type Written = z.output<typeof shape>['cases'][number]

function scripted(one: Written, index: number): ScriptedCase {
  return {
    no: one.no ?? index + 1,
    item: one.item,
    departments: [one.department, ...one.coDepartments].filter(name => name !== ''),
    place: one.place,
    window: one.window,
    reporterKind: kinds[one.reporter.kind] ?? 'person',
    reporterName: one.reporter.name,
    agentName: one.reporter.agent,
    contact: one.contact,
    failedStage: one.failedStage,
    visits: one.visits ?? null,
    description: one.description === '' ? one.item : one.description,
    appliedOnline: one.channel === '线上',
    fault: one.fault,
    causes: [...(one.cause.match(/[ABC]\d/g) ?? [])].filter(isCauseCode),
    expect: one.expect,
    guideRead: one.guideRead,
    guideMatch: one.guideMatch,
    registeredAt: one.registeredAt ?? null,
    confirmedAt: one.confirmedAt ?? null,
    monthsAfterCase1: one.monthsAfterCase1 ?? null,
  }
}

const kinds: Readonly<Record<string, ScriptedCase['reporterKind']>> = { 个体: 'business', 企业: 'firm' }
