import { typed, typedNumber } from './typed.js'

/** 催办 or 督办 as it was posted. */
export interface Press {
  readonly kind: 'urge' | 'supervise'
  readonly message: string
  /** the limit it is about; null for the whole case */
  readonly deadlineId: number | null
  /** made by the form */
  readonly submissionId: string
}

/** Reads which button was pressed, about what, and what was written. */
export function readPress(body: unknown): Press {
  return {
    kind: typed(body, 'kind') === 'supervise' ? 'supervise' : 'urge',
    message: typed(body, 'message'),
    deadlineId: typedNumber(body, 'deadline') || null,
    submissionId: typed(body, 'submissionId').slice(0, 64),
  }
}
