import type { StoredDepartment, StoredPlace, StoredWindow } from '../../store/index.js'
import type { Parts } from '../parts.js'

/** What the ledger's filters and groups are called: all there ever were, for old cases keep their names. */
export interface LedgerNames {
  readonly departments: readonly StoredDepartment[]
  readonly places: readonly StoredPlace[]
  readonly windows: readonly StoredWindow[]
}

export async function ledgerNames({ store }: Pick<Parts, 'store'>): Promise<LedgerNames> {
  const { places } = store.read
  return {
    departments: await places.departments(),
    places: await places.places(),
    windows: await places.windows(),
  }
}
