import { text } from '../../catalogue/index.js'

/** How something stands, in a word, a shape and a colour: for the partial `state`. */
export interface StateModel {
  readonly kind: StateKind
  readonly label: string
}

/**
 * ok: in time · yellow, red: the cards · met, late: done, in time or not · closed: stopped without being done ·
 * paused: the clock stands still · extended: the promised day has passed, another was given before ·
 * provisional: the date hangs on a year that is not announced.
 */
export type StateKind =
  'ok' | 'yellow' | 'red' | 'paused' | 'extended' | 'met' | 'late' | 'closed' | 'provisional'

/** The state with its usual words, or with words of its own. */
export function state(kind: StateKind, label: string = text(`shell.state.${kind}`)): StateModel {
  return { kind, label }
}
