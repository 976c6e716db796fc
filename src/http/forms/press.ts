import { typed } from './typed.js'

/** 催办 or 督办 as it was posted. */
export interface Press {
  readonly kind: 'urge' | 'supervise'
  readonly message: string
}

/** Reads which button was pressed and what was written. */
export function readPress(body: unknown): Press {
  return { kind: typed(body, 'kind') === 'supervise' ? 'supervise' : 'urge', message: typed(body, 'message') }
}
