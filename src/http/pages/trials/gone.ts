import { text } from '../../../catalogue/index.js'
import type { EmptyStateModel } from '../parts.js'
import { trialHref } from './parts.js'

/** The model of `admin/trial-gone`: a trial that is no longer there, and where another begins. */
export interface TrialGoneModel {
  readonly empty: EmptyStateModel
}

export function goneModel(ref: string): TrialGoneModel {
  const action = { href: trialHref(ref), label: text('trial.gone.again') }
  return { empty: { title: text('trial.gone.title'), why: text('trial.gone.why'), action } }
}
