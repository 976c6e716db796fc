import type {
  IncidentLine,
  Page,
  StoredAccount,
  StoredDepartment,
  StoredLiaison,
  StoredPlace,
  StoredWindow,
} from '../../store/index.js'
import type { Parts } from '../parts.js'

/** What intake forms choose from: only what is in use. */
export interface IntakeChoices {
  readonly departments: readonly StoredDepartment[]
  readonly places: readonly StoredPlace[]
  readonly windows: readonly StoredWindow[]
}

export async function intakeChoices(parts: Pick<Parts, 'store'>): Promise<IntakeChoices> {
  const { places } = parts.store.read
  return {
    departments: (await places.departments()).filter(one => one.active),
    places: (await places.places()).filter(one => one.active),
    windows: (await places.windows()).filter(one => one.active),
  }
}

/** What is 异常, the newest first. */
export function incidentPage(
  parts: Pick<Parts, 'store'>,
  filter: { readonly open: boolean; readonly after: number | null },
): Promise<Page<IncidentLine, number>> {
  return parts.store.views.incidentList({ ...filter, limit: 50 })
}

/** Accounts without what opens them, places, windows, departments, liaisons. */
export async function peoplePage(parts: Pick<Parts, 'store'>): Promise<{
  readonly accounts: readonly Pick<
    StoredAccount,
    'id' | 'username' | 'displayName' | 'role' | 'placeId' | 'departmentId' | 'active'
  >[]
  readonly places: readonly StoredPlace[]
  readonly windows: readonly StoredWindow[]
  readonly departments: readonly StoredDepartment[]
  readonly liaisons: readonly StoredLiaison[]
}> {
  const { accounts, places } = parts.store.read
  return {
    accounts: (await accounts.all()).map(
      ({ id, username, displayName, role, placeId, departmentId, active }) => ({
        ...{ id, username, displayName, role, placeId, departmentId, active },
      }),
    ),
    places: await places.places(),
    windows: await places.windows(),
    departments: await places.departments(),
    liaisons: await places.liaisons(),
  }
}
