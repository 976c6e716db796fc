import { text } from '../../catalogue/index.js'
import { addPeople, demoPassword, listItems, type Parts } from '../../runtime/index.js'
import type { ScriptedCase } from '../../play/scripted-case.js'
import { demoItems } from './items.js'
import { demoPeople, type DemoPerson } from './people.js'

const demoHours = '工作日 9:00—12:00，13:00—17:30'

/**
 * Furnishes an empty office for these cases: their places, windows and departments with their items, a clerk for each
 * place, liaisons for each department, and the people of the office itself.
 */
export async function furnish(parts: Parts, cases: readonly ScriptedCase[]): Promise<void> {
  const placeNames = distinct([centre, ...cases.map(one => one.place)])
  const departmentNames = distinct(cases.flatMap(one => one.departments))
  const { places, departments } = await parts.store.transaction(async unit => {
    const [centreId = 0] = await unit.places.addPlaces([
      { parentId: null, kind: 'district', name: centre, active: true, hours: demoHours },
    ])
    const others = placeNames.filter(name => name !== centre)
    const otherIds = await unit.places.addPlaces(
      others.map(name => ({ parentId: centreId, kind: kindOf(name), name, active: true, hours: demoHours })),
    )
    const placeIds = new Map([
      [centre, centreId],
      ...others.map((name, index) => [name, otherIds[index] ?? 0] as const),
    ])
    const windows = distinct(
      cases.map(one => JSON.stringify([one.place === '' ? centre : one.place, one.window])),
    )
    await unit.places.addWindows(
      windows
        .map(pair => JSON.parse(pair) as [string, string])
        .filter(([, window]) => window !== '')
        .sort(([, one], [, other]) => (one < other ? -1 : 1))
        .map(([place, name]) => ({ placeId: placeIds.get(place) ?? centreId, name, active: true })),
    )
    const ids = await unit.places.addDepartments(departmentNames.map(name => ({ name, active: true })))
    return {
      places: placeIds,
      departments: new Map(departmentNames.map((name, index) => [name, ids[index] ?? 0])),
    }
  })
  await listItems(
    parts,
    null,
    demoItems
      .filter(([, department]) => departments.has(department))
      .map(([name, department, ...aliases]) => ({
        name,
        aliases,
        departmentId: departments.get(department) ?? null,
      })),
  )
  const people = [...demoPeople, ...strangers(placeNames, departmentNames)]
  await addPeople(
    parts,
    people
      .filter(person => person.place === undefined || places.has(person.place))
      .filter(person => person.department === undefined || departments.has(person.department))
      .map(({ place, department, liaison, ...person }) => ({
        ...person,
        password: demoPassword,
        placeId: places.get(place ?? '') ?? null,
        departmentId: departments.get(department ?? '') ?? null,
        ...(liaison === undefined ? {} : { liaison }),
      })),
  )
}

const centre = '城中区政务服务中心'

function kindOf(place: string): 'district' | 'street' | 'branch' | 'online' {
  if (/线上|网上/.test(place)) return 'online'
  if (place.includes('街道')) return 'street'
  return place.includes('分中心') ? 'branch' : 'district'
}

/** People for places and departments that the demonstration does not know; nobody sits at a web page. */
function strangers(places: readonly string[], departments: readonly string[]): DemoPerson[] {
  const manned = new Set(demoPeople.flatMap(person => [person.place ?? '', person.department ?? '']))
  const clerks = places
    .filter(place => !manned.has(place) && kindOf(place) !== 'online')
    .map((place, index): DemoPerson => {
      const username = `window${index + 1}`
      return { username, displayName: text('cli.seed.clerk', { place }), role: 'clerk', place }
    })
  const liaisons = departments
    .filter(department => !manned.has(department))
    .flatMap((department, index): DemoPerson[] => [
      {
        username: `department${index + 1}`,
        displayName: text('cli.seed.liaison', { department }),
        role: 'liaison',
        department,
        liaison: 'main',
      },
      {
        username: `department${index + 1}b`,
        displayName: text('cli.seed.standIn', { department }),
        role: 'liaison',
        department,
        liaison: 'standIn',
      },
    ])
  return [...clerks, ...liaisons]
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].filter(name => name !== '')
}
