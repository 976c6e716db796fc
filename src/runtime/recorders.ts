import type { Answers } from '../casework/answers.js'
import type { Actor } from '../casework/actor.js'
import type { Instant } from '../clock.js'
import type { StoredUserTask, Unit } from '../store/index.js'
import type { CaseSubject } from './case-subject.js'
import { recordAnalysis } from './recorders/analysis.js'
import { recordConfirmation } from './recorders/confirmation.js'
import { recordPhoneReply } from './recorders/phone-reply.js'
import { recordRectification } from './recorders/rectification.js'
import { recordVerdict } from './recorders/verdict.js'
import { recordVerification } from './recorders/verification.js'

/** What a recorder is given: a completed form, already checked field by field. */
export interface Completed {
  readonly unit: Unit
  readonly subject: CaseSubject
  readonly task: StoredUserTask
  readonly actor: Actor
  readonly answers: Answers
  readonly at: Instant
}

/**
 * Writes what a form says beside the case’s facts: a call, a rectification, what a department said. Answers what is to
 * become facts. Throws a problem of the office’s rules when the answers cannot stand.
 */
export type Recorder = (completed: Completed) => Promise<Answers> | Answers

/** By the diagram’s form key. A form that is nothing but fields needs none. */
const recorders: Readonly<Record<string, Recorder>> = {
  analysis: recordAnalysis,
  confirmation: recordConfirmation,
  'phone-reply': recordPhoneReply,
  rectification: recordRectification,
  verdict: recordVerdict,
  verification: recordVerification,
}

/** @param formKey the diagram’s camunda:formKey */
export function recorderOf(formKey: string | undefined): Recorder {
  return recorders[formKey ?? ''] ?? (({ answers }) => answers)
}
