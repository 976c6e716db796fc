import type { CalendarContents } from '../calendar/index.js'
import { worksOnCases } from '../casework/role.js'
import { text } from '../catalogue/index.js'
import type { Parts } from '../runtime/index.js'
import type {
  StoredAccount,
  StoredDepartment,
  StoredLiaison,
  StoredPlace,
  StoredWindow,
} from '../store/index.js'

/** What a trial needs of the office: who works where, and which days are worked. Nobody's name is in it. */
export interface OfficeCopy {
  readonly places: readonly StoredPlace[]
  readonly windows: readonly StoredWindow[]
  readonly departments: readonly StoredDepartment[]
  readonly liaisons: readonly StoredLiaison[]
  readonly accounts: readonly CopiedAccount[]
  readonly calendar: CalendarContents
}

/** Of an account only what says who may do what: no name, nothing by which anybody signs in. */
type CopiedAccount = Pick<
  StoredAccount,
  'id' | 'displayName' | 'role' | 'placeId' | 'departmentId' | 'active' | 'createdAt'
>

/** The ids of the office's rows in the copy: a form that was filled in with the office's own choices is read by them. */
export interface CopiedIds {
  readonly places: ReadonlyMap<number, number>
  readonly windows: ReadonlyMap<number, number>
  readonly departments: ReadonlyMap<number, number>
}

/** Reads what will be copied. People are called by what they are: 经办人甲. */
export async function readOffice({ store }: Pick<Parts, 'store'>): Promise<OfficeCopy> {
  const { accounts, calendar, places } = store.read
  return {
    places: await places.places(),
    windows: await places.windows(),
    departments: await places.departments(),
    liaisons: await places.liaisons(),
    accounts: nameless(await accounts.all()),
    calendar: await calendar.contents(),
  }
}

/** Furnishes an empty office as this one is. */
export async function furnish(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  office: OfficeCopy,
): Promise<CopiedIds> {
  const { days, announced } = office.calendar
  const years = announced.map(year => ({ ...year, announced: true }))
  const at = clock.now()
  return store.transaction(async unit => {
    await unit.calendar.arrange({ days, years }, { at, by: null, reason: text('trial.copied') })
    const places = new Map<number, number>()
    // a centre before the places that belong to it
    for (const { id, ...place } of office.places) {
      const parentId = place.parentId === null ? null : (places.get(place.parentId) ?? null)
      const [copied = 0] = await unit.places.addPlaces([{ ...place, parentId }])
      places.set(id, copied)
    }
    const windows = paired(
      office.windows,
      await unit.places.addWindows(
        office.windows.map(({ id: _, ...window }) => ({
          ...window,
          placeId: places.get(window.placeId) ?? 0,
        })),
      ),
    )
    const departments = paired(
      office.departments,
      await unit.places.addDepartments(office.departments.map(({ id: _, ...department }) => department)),
    )
    const accounts = paired(
      office.accounts,
      await unit.accounts.insert(
        office.accounts.map(({ id, placeId, departmentId, ...account }) => ({
          ...account,
          username: `${account.role}${id}`,
          passwordHash: '', // nobody signs in here
          placeId: placeId === null ? null : (places.get(placeId) ?? null),
          departmentId: departmentId === null ? null : (departments.get(departmentId) ?? null),
        })),
      ),
    )
    await unit.places.addLiaisons(
      office.liaisons.map(({ id: _, departmentId, accountId, ...liaison }) => ({
        ...liaison,
        departmentId: departments.get(departmentId) ?? 0,
        accountId: accounts.get(accountId) ?? 0,
      })),
    )
    return { places, windows, departments }
  })
}

function paired(rows: readonly { readonly id: number }[], ids: readonly number[]): Map<number, number> {
  return new Map(rows.map(({ id }, index) => [id, ids[index] ?? 0]))
}

/** Who keeps watch over the system does nothing in a trial. */
function nameless(accounts: readonly StoredAccount[]): readonly CopiedAccount[] {
  const counts = new Map<string, number>()
  return accounts
    .filter(({ role }) => worksOnCases(role) || role === 'admin')
    .map(({ id, role, placeId, departmentId, active, createdAt }) => {
      const alike = `${role} ${placeId ?? ''} ${departmentId ?? ''}`
      const count = counts.get(alike) ?? 0
      counts.set(alike, count + 1)
      const ordinal = ordinals[count] ?? String(count + 1)
      const displayName = text(`trial.person.${role}`, { ordinal })
      return { id, displayName, role, placeId, departmentId, active, createdAt }
    })
}

const ordinals = '甲乙丙丁戊己庚辛壬癸'
