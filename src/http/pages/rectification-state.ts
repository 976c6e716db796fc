import { text } from '../../catalogue/index.js'
import { state, type StateModel } from './state.js'

/** Where a rectification stands: accepted, returned, or waiting to be checked. */
export function rectificationState({
  acceptedAt,
  returnedAt,
}: {
  readonly acceptedAt: string | null
  readonly returnedAt: string | null
}): StateModel {
  if (acceptedAt !== null) return state('met', text('case.rectification.accepted'))
  return returnedAt !== null
    ? state('closed', text('case.rectification.returned'))
    : state('ok', text('case.rectification.waiting'))
}
