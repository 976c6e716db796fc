import type { Actor } from '../casework/actor.js'
import type { Answers } from '../casework/answers.js'
import type { Instant } from '../clock.js'
import type { StoredUserTask, Unit } from '../store/index.js'
import type { CaseSubject } from './case-subject.js'
import type { Parts } from './parts.js'

/** What a recorder is given: a completed form, already checked field by field. */
export interface Completed {
  readonly parts: Pick<Parts, 'definitions' | 'calendars'>
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
