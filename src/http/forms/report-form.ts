import { typed, typedNumber, wasSent } from './typed.js'
import type { IntakeForm } from './intake-form.js'
import { readReport } from './intake-form.js'

/**
 * What a button of the report asks for: the whole form comes with every one of them, so that without a script a step
 * back, a step on, a file more loses nothing. `send` is the last one, and what a form without these buttons means.
 */
export type ReportPress =
  | { readonly kind: 'send' }
  | { readonly kind: 'turn'; readonly to: string }
  | { readonly kind: 'upload' }
  | { readonly kind: 'remove'; readonly fileId: number }
  | { readonly kind: 'mask' }

export interface ReportForm extends IntakeForm {
  /** the step that was shown */
  readonly at: string
  readonly press: ReportPress
}

export function readReportForm(body: unknown): ReportForm {
  return { ...readReport(body), at: typed(body, 'at'), press: pressIn(body) }
}

function pressIn(body: unknown): ReportPress {
  if (wasSent(body, 'remove')) return { kind: 'remove', fileId: typedNumber(body, 'remove') }
  if (wasSent(body, 'upload')) return { kind: 'upload' }
  if (wasSent(body, 'mask')) return { kind: 'mask' }
  return wasSent(body, 'go') ? { kind: 'turn', to: typed(body, 'go') } : { kind: 'send' }
}
