import { asArrangement, type CalendarFile } from '../../src/calendar/index.js'
import type { Actor } from '../../src/casework/actor.js'
import type { Role } from '../../src/casework/role.js'
import type { Instant } from '../../src/clock.js'
import type { Unit } from '../../src/store/index.js'

/** The places, departments and people of a test’s office. */
export interface Furnished {
  readonly places: { readonly centre: number; readonly street: number; readonly window: number }
  readonly departments: { readonly market: number; readonly medical: number; readonly housing: number }
  readonly people: Readonly<Record<Role | 'otherOfficer' | 'otherLiaison', Actor>>
}

/** Furnishes an empty office; one that is furnished already is left as it is. The ids are the same each time. */
export async function furnish(unit: Unit, calendar: CalendarFile, now: Instant): Promise<Furnished> {
  const places = { centre: 1, street: 2, window: 1 }
  const departments = { market: 1, medical: 2, housing: 3 }
  const cast = {
    clerk: { role: 'clerk', placeId: places.centre, departmentId: null },
    officer: { role: 'officer', placeId: null, departmentId: null },
    otherOfficer: { role: 'officer', placeId: null, departmentId: null },
    liaison: { role: 'liaison', placeId: null, departmentId: departments.market },
    otherLiaison: { role: 'liaison', placeId: null, departmentId: departments.housing },
    supervisor: { role: 'supervisor', placeId: null, departmentId: null },
    leader: { role: 'leader', placeId: null, departmentId: null },
    admin: { role: 'admin', placeId: null, departmentId: null },
    security: { role: 'security', placeId: null, departmentId: null },
    auditor: { role: 'auditor', placeId: null, departmentId: null },
  } as const
  const entries = Object.entries(cast)
  const people = Object.fromEntries(
    entries.map(([name, rest], index) => [name, { accountId: index + 1, name: `${name}甲`, ...rest }]),
  ) as unknown as Furnished['people']
  if ((await unit.accounts.all()).length > 0) return { places, departments, people }

  await unit.calendar.arrange(asArrangement(calendar), { at: now, by: null, reason: '启用' })
  await unit.places.addPlaces([
    { parentId: null, kind: 'district', name: '城中区政务服务中心', active: true },
    { parentId: null, kind: 'street', name: '潭中街道政务服务中心', active: true },
  ])
  await unit.places.addWindows([{ placeId: places.centre, name: '06号窗口', active: true }])
  await unit.places.addDepartments(
    ['区市场监督管理局', '区医疗保障局', '区住房和城乡建设局'].map(name => ({ name, active: true })),
  )
  await unit.accounts.insert(
    entries.map(([name, rest]) => ({
      ...rest,
      username: name,
      passwordHash: '',
      displayName: `${name}甲`,
      active: true,
      createdAt: now,
    })),
  )
  await unit.places.addLiaisons(
    [people.liaison, people.otherLiaison].map(({ accountId, departmentId }) => ({
      ...{ accountId, departmentId: departmentId ?? 0 },
      ...{ kind: 'main', validFrom: '2020-01-01', validUntil: null },
    })),
  )
  return { places, departments, people }
}
