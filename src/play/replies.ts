import type { LocalDate } from '../calendar/index.js'
import { causeLabel } from '../casework/cause.js'
import type { CauseCode } from '../casework/cause.js'
import { hasText, text } from '../catalogue/index.js'
import type { FormField } from '../engine/index.js'
import type { ScriptedCase } from './scripted-case.js'
import { fieldAnswer } from './field-answer.js'
import type { Manners } from './manners.js'

/** Where somebody stands who fills in a form of a case. */
export interface Situation {
  readonly script: ScriptedCase
  readonly manners: Manners
  /** How often this person’s side has been asked this: 1 the first time. */
  readonly round: number
  readonly today: LocalDate
  /** A working day in a month or so, for what cannot be done by its day. */
  readonly inAMonth: LocalDate
  /** The departments of the case, the lead first. */
  readonly departments: readonly { readonly id: number; readonly name: string }[]
  /** The department that is asked; null when the office is. */
  readonly asked: string | null
}

/** What is sent for a form: an answer for each of its fields, shown or not. */
export type Sheet = Readonly<Record<string, string | string[]>>

/**
 * Fills in a form: what the office’s data dictionary knows by the case, the rest by the field’s own definition, so that
 * a diagram that somebody has changed can be played too.
 */
export function fillIn(fields: readonly FormField[], situation: Situation): Sheet {
  return Object.fromEntries(fields.map(field => [field.id, answerTo(field, situation)]))
}

function answerTo(field: FormField, situation: Situation): string | string[] {
  const known = Object.hasOwn(replies, field.id) ? replies[field.id]?.(situation) : undefined
  const fits =
    known !== undefined &&
    (field.type !== 'enum' || known === '' || field.choices.some(({ id }) => id === known))
  if (fits) return known
  const { round, today, departments, script } = situation
  return fieldAnswer(field, {
    round,
    today,
    departments: departments.map(one => one.id),
    cause: mainCause(script),
  })
}

/** Answers by the id of the field, which is the fact it becomes. */
const replies: Readonly<Record<string, (situation: Situation) => string | string[]>> = {
  scope: ({ script: { fault } }) =>
    fault === 'consultation' ? 'consultation' : fault === 'out-of-scope' ? 'outOfScope' : 'accept',
  scopeReason: () => text('demo.scopeReason'),
  guidance: ({ script: { fault } }) =>
    text(fault === 'consultation' ? 'demo.guidance.consultation' : 'demo.guidance.outOfScope'),

  departments: ({ departments }) => departments.map(one => String(one.id)),
  cause: ({ script }) => mainCause(script),
  causeSecondary: ({ script }) => script.causes[1] ?? '',
  causeText: ({ script }) => text(ofCause('why', mainCause(script)), { item: script.item }),

  confirmation: ({ manners, asked, round }) =>
    round === 1 && asked !== null && manners.objecting === asked ? 'disputed' : 'confirmed',
  confirmationReason: () => text('demo.objection'),
  ruling: () => 'uphold',
  rulingReason: () => text('demo.rulingReason'),

  verdict: ({ manners }) => manners.verdict,
  verdictReason: ({ manners }) => text(`demo.verdictReason.${manners.verdict}`),
  guideNamesIt: () => 'true',
  missingMaterials: ({ script }) =>
    text('demo.missing', {
      cause: causeLabel(script.causes.find(code => code.startsWith('A')) ?? 'A1').replace(/^\w+ /, ''),
    }),
  lawBasis: () => text('demo.lawBasis'),
  hiddenBarrier: ({ script }) => String(mainCause(script) === 'B2'),
  recurrenceFinding: () => 'confirmed',
  recurrenceReason: () => text('demo.recurrenceReason'),

  callResult: ({ manners }) => (manners.unreachable ? 'noAnswer' : 'answered'),
  callNumber: () => '',
  callSaid: () => text('demo.callSaid'),
  understood: () => 'true',
  noticeChannel: ({ script }) => (script.expect.includes('上门') ? '上门' : '信函'),
  noticeText: () => text('demo.noticeText'),
  noticeProof: () => text('demo.noticeProof'),

  rectificationElement: ({ script }) => elements[mainCause(script)] ?? '其他',
  before: ({ script }) => text(ofCause('before', mainCause(script))),
  after: ({ script }) => text(ofCause('after', mainCause(script))),
  basis: () => text('demo.basis'),
  effectiveOn: ({ today }) => today,
  publishedAt: () => text('demo.publishedAt'),
  evidence: () => text('demo.evidence'),
  prevention: ({ script }) => text(ofCause('prevention', mainCause(script))),
  rectificationAccepted: ({ manners, round }) => String(!(manners.returned && round === 1)),
  verifyNote: ({ manners, round }) =>
    text(manners.returned && round === 1 ? 'demo.verifyNote.returned' : 'demo.verifyNote'),

  feedbackKind: situation => (isInterim(situation) ? 'interim' : 'final'),
  feedbackChannel: () => '电话',
  feedbackText: situation => text(isInterim(situation) ? 'demo.feedbackText.interim' : 'demo.feedbackText'),
  interimReason: () => text('demo.interimReason'),
  newDateOn: ({ inAMonth }) => inAMonth,

  appointmentWindow: ({ script }) => script.window,
  appointmentAt: () => text('demo.appointmentAt'),
  outcome: outcomeOf,
  outcomeNote: situation => {
    const key = `demo.outcomeNote.${outcomeOf(situation)}`
    return hasText(key) ? text(key) : ''
  },
  visitsAfter: () => '1',
  materialsBefore: ({ script }) => (mainCause(script) === 'B2' ? '6' : ''),
  materialsAfter: ({ script }) => (mainCause(script) === 'B2' ? '5' : ''),
  satisfaction: situation => satisfied[outcomeOf(situation)] ?? '4',
  dissatisfaction: () => text('demo.dissatisfaction'),
  reviewRequested: ({ manners, round }) => String(manners.review && round === 1),
  reviewResult: () => 'uphold',
  reviewNote: () => text('demo.reviewNote'),

  superviseNote: () => text('demo.superviseNote'),
  leaderInstruction: () => text('demo.leaderInstruction'),
}

const elements: Readonly<Partial<Record<CauseCode, string>>> = {
  B1: '办事指南',
  B2: '实施清单',
  B3: '审批流程',
  B4: '政策落实口径',
  B5: '审批流程',
  B6: '审批流程',
  B7: '窗口服务',
  C1: '信息系统或数据',
  C2: '信息系统或数据',
  C3: '信息系统或数据',
  C4: '审批流程',
}

const satisfied: Readonly<Record<string, string>> = { done: '5', notDone: '3', impossible: '2' }

const usual: Readonly<Partial<Record<ScriptedCase['fault'], CauseCode>>> = {
  citizen: 'A1',
  objective: 'C1',
  mixed: 'C3',
}

/** The cause that the file names first, else one that fits the fault. */
function mainCause({ causes, fault }: ScriptedCase): CauseCode {
  return causes[0] ?? usual[fault] ?? 'B1'
}

function outcomeOf({ manners, script }: Situation): string {
  if (manners.verdict === 'notPermitted') return 'impossible'
  return script.fault === 'objective' && script.causes[0] === 'C3' ? 'notDone' : 'done'
}

function isInterim({ manners, round }: Situation): boolean {
  return manners.interim && round === 1
}

function ofCause(what: string, cause: CauseCode): string {
  return hasText(`demo.${what}.${cause}`) ? `demo.${what}.${cause}` : `demo.${what}.other`
}
