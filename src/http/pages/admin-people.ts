import { formatDate, localDateOf } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { ROLES, roleLabel } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type { peoplePage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { ledger, type LedgerModel } from './ledger.js'
import type { PageHeaderModel } from './parts.js'
import { state } from './state.js'

type People = Awaited<ReturnType<typeof peoplePage>>

/** The model of `admin/people`. */
export interface PeopleModel {
  readonly header: PageHeaderModel
  /** departments that nobody speaks for today (R21) */
  readonly silent: string | null
  readonly mayInvite: boolean
  readonly accounts: LedgerModel
  readonly liaisons: LedgerModel
  readonly places: LedgerModel
}

export function peopleModel(people: People, now: string, actor: Pick<Actor, 'role'>): PeopleModel {
  const { accounts, departments, places, windows } = people
  const today = localDateOf(now)
  const departmentNames = new Map(departments.map(one => [one.id, one.name]))
  const placeNames = new Map(places.map(one => [one.id, one.name]))
  const accountNames = new Map(accounts.map(one => [one.id, one.displayName]))
  const speaks = (one: People['liaisons'][number]) =>
    one.validFrom <= today && (one.validUntil === null || one.validUntil >= today)
  const heard = new Set(people.liaisons.filter(speaks).map(one => one.departmentId))
  const silent = departments.filter(one => one.active && !heard.has(one.id)).map(one => one.name)
  return {
    header: {
      title: text('admin.people.title'),
      what: text('admin.people.what'),
      next: text(silent.length > 0 ? 'admin.people.next.silent' : 'admin.people.next', {
        count: silent.length,
      }),
      by: null,
    },
    silent: silent.length > 0 ? text('admin.people.silent', { departments: silent.join('、') }) : null,
    mayInvite: actor.role !== 'auditor',
    accounts: ledger(
      null,
      columns('account', ['name', 'username', 'role', 'belongs', 'state']),
      ROLES.flatMap(({ value }) => accounts.filter(({ role }) => role === value)).map(one => [
        { text: one.displayName, href: pathTo(paths.person, { id: one.id }) },
        one.username,
        roleLabel(one.role),
        departmentNames.get(one.departmentId ?? 0) ??
          placeNames.get(one.placeId ?? 0) ??
          text('admin.people.office'),
        {
          state: one.active
            ? state('met', text('admin.people.active'))
            : state('closed', text('admin.people.inactive')),
        },
      ]),
    ),
    liaisons: ledger(
      null,
      columns('liaison', ['department', 'name', 'kind', 'from', 'until', 'state']),
      people.liaisons.map(one => [
        departmentNames.get(one.departmentId) ?? '',
        accountNames.get(one.accountId) ?? '',
        text(`admin.people.liaison.${one.kind}`),
        formatDate(one.validFrom),
        one.validUntil === null ? text('admin.people.noEnd') : formatDate(one.validUntil),
        {
          state: speaks(one)
            ? state('met', text('admin.people.speaks'))
            : state('closed', text('admin.people.notNow')),
        },
      ]),
    ),
    places: ledger(
      null,
      columns('place', ['name', 'kind', 'windows', 'state']),
      places.map(one => [
        one.active && actor.role === 'admin'
          ? { text: one.name, href: pathTo(paths.place, { id: one.id }) }
          : one.name,
        text(`admin.people.place.${one.kind}`),
        windows
          .filter(window => window.placeId === one.id && window.active)
          .map(window => window.name)
          .join('、') || text('shell.none'),
        {
          state: one.active
            ? state('met', text('admin.people.active'))
            : state('closed', text('admin.people.inactive')),
        },
      ]),
    ),
  }
}

function columns(table: string, names: readonly string[]) {
  return names.map(name => ({ label: text(`admin.people.${table}.column.${name}`) }))
}
