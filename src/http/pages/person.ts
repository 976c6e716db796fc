import { formatDate, localDateOf } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { LIAISON_KINDS } from '../../casework/liaison.js'
import { ROLES, roleLabel } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import { manages, secures } from '../../runtime/index.js'
import type { Invitation, PersonPage, TypedPerson } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { errorList, field, type FieldModel } from './field.js'
import { ledger, type LedgerModel } from './ledger.js'
import type { GlanceRow, PageHeaderModel } from './parts.js'
import { state } from './state.js'

declare module '../render.js' {
  interface Pages {
    'admin/person': PersonModel
    'admin/person-new': NewPersonModel
    'admin/invitation': InvitationModel
    'admin/sign-in-rules': SignInRulesModel
  }
}

type Errors = Readonly<Record<string, string>>
type Named = readonly { readonly id: number; readonly name: string }[]

/** Somebody's account, and what whoever looks at it may do. */
export interface PersonModel {
  readonly id: number
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  readonly problem: string | null
  readonly facts: readonly GlanceRow[]
  readonly active: boolean
  /** null: not theirs to do */
  readonly move: readonly FieldModel[] | null
  readonly terms: {
    readonly rows: readonly {
      readonly id: number
      readonly kind: string
      readonly from: string
      readonly until: string
      /** may be ended still: the day that stands there already */
      readonly ending: { readonly value: string } | null
    }[]
    readonly fields: readonly FieldModel[] | null
  } | null
  readonly manage: boolean
  /** whether a link to choose a password can be made out */
  readonly invites: boolean
  readonly secure: { readonly locked: boolean; readonly hasFactor: boolean } | null
  readonly entries: LedgerModel | null
}

const crumbs = () => [{ href: paths.people, label: text('admin.people.title') }]

export function personModel(
  actor: Actor,
  page: PersonPage,
  {
    now,
    errors = {},
    values = {},
  }: { now: string; errors?: Errors; values?: Readonly<Record<string, unknown>> },
): PersonModel {
  const { account } = page
  const other = account.id !== actor.accountId
  const manage = other && manages(actor, account.role)
  const belongs =
    page.places.find(one => one.id === account.placeId)?.name ??
    page.departments.find(one => one.id === account.departmentId)?.name ??
    text('admin.people.office')
  const moving = manage ? moveField(page, values, errors) : []
  const termFields = manage && account.role === 'liaison' ? termsFields(now, values, errors) : null
  return {
    id: account.id,
    header: {
      title: account.displayName,
      what: text('people.person.what', { role: roleLabel(account.role), belongs }),
      next: text(manage ? 'people.person.next' : 'people.person.next.look'),
      by: null,
      state: account.active
        ? state('met', text('admin.people.active'))
        : state('closed', text('admin.people.inactive')),
      crumbs: crumbs(),
    },
    errors: errorList([...moving, ...(termFields ?? [])]),
    problem: errors.active ?? null,
    facts: factsOf(page),
    active: account.active,
    move: moving.length > 0 ? moving : null,
    terms:
      account.role === 'liaison'
        ? {
            rows: page.terms.map(({ id, kind, validFrom, validUntil }) => ({
              id,
              kind: text(`admin.people.liaison.${kind}`),
              from: formatDate(validFrom),
              until: validUntil === null ? text('admin.people.noEnd') : formatDate(validUntil),
              ending:
                manage && (validUntil === null || validUntil >= localDateOf(now))
                  ? { value: validUntil ?? localDateOf(now) }
                  : null,
            })),
            fields: termFields,
          }
        : null,
    manage,
    invites: manage && !page.unified,
    secure: other && secures(actor) ? { locked: page.locked, hasFactor: page.hasFactor } : null,
    entries:
      page.entries.length === 0
        ? null
        : ledger(
            null,
            ['when', 'kind', 'by'].map(name => ({ label: text(`people.entry.${name}`) })),
            page.entries.map(({ at, kind, by }) => [
              formatDate(localDateOf(at)),
              text(`people.entry.${kind}`),
              by ?? text('people.nobody'),
            ]),
          ),
  }
}

function factsOf({ account, ...page }: PersonPage): GlanceRow[] {
  const row = (label: string, value: string) => ({ label, value })
  const factor = page.hasFactor ? 'yes' : page.mustHaveFactor ? 'due' : 'no'
  return [
    row(text('people.username'), account.username),
    row(text('people.person.since'), formatDate(localDateOf(account.createdAt))),
    ...(page.unified
      ? [row(text('people.person.unified'), text('factor.confirm'))]
      : [
          row(
            text('people.person.password'),
            text(`people.person.password.${page.hasPassword ? 'yes' : 'no'}`),
          ),
          row(text('people.person.factor'), text(`people.person.factor.${factor}`)),
        ]),
    row(text('people.person.sessions'), text('people.person.sessions.count', { count: page.sessions })),
    row(text('people.person.locked'), text(`people.person.locked.${page.locked ? 'yes' : 'no'}`)),
  ]
}

function moveField(
  { account, places, departments }: PersonPage,
  values: Readonly<Record<string, unknown>>,
  errors: Errors,
): FieldModel[] {
  const surroundings = {
    values: { placeId: account.placeId, departmentId: account.departmentId, ...values },
    errors,
  }
  if (account.role === 'clerk') return [selection('placeId', places, surroundings)]
  return account.role === 'liaison' ? [selection('departmentId', departments, surroundings)] : []
}

function termsFields(now: string, values: Readonly<Record<string, unknown>>, errors: Errors): FieldModel[] {
  const surroundings = { values: { kind: 'main', from: localDateOf(now), ...values }, errors }
  const day = (id: string, label: string, required: boolean) =>
    field({ id, label, type: 'date', required, choices: [] }, surroundings)
  return [
    field(
      { id: 'kind', label: text('people.term.kind'), type: 'enum', required: true, choices: kinds },
      surroundings,
    ),
    day('from', text('people.term.fromLabel'), true),
    day('until', text('people.term.untilLabel'), false),
  ]
}

const kinds = LIAISON_KINDS.map(({ value, label }) => ({ id: value, name: label }))

function selection(
  id: 'placeId' | 'departmentId',
  named: Named,
  surroundings: { values: Readonly<Record<string, unknown>>; errors: Errors },
): FieldModel {
  const choices = named.map(one => ({ id: String(one.id), name: one.name }))
  const made = field(
    {
      id,
      label: text(`people.${id}`),
      help: text(`people.${id}.help`),
      type: 'enum',
      required: false,
      choices,
    },
    { ...surroundings, values: { ...surroundings.values, [id]: idOf(surroundings.values[id]) } },
  )
  return { ...made, control: 'select', group: false, width: 'medium' }
}

/** 添加人员. */
export interface NewPersonModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  readonly fields: readonly FieldModel[]
}

export function newPersonModel(
  actor: Actor,
  { places, departments }: { places: Named; departments: Named },
  { values = {}, errors = {} }: { values?: Partial<TypedPerson>; errors?: Errors } = {},
): NewPersonModel {
  const surroundings = { values: { liaison: 'main', ...values }, errors }
  const words = (id: 'username' | 'displayName', help?: string) =>
    field(
      { id, label: text(`people.${id}`), help, type: 'string', required: true, maxLength: 50, choices: [] },
      surroundings,
    )
  const roles = ROLES.filter(({ value }) => manages(actor, value))
  const role = field(
    {
      id: 'role',
      label: text('people.role'),
      type: 'enum',
      required: true,
      choices: roles.map(({ value, label }) => ({ id: value, name: label })),
    },
    surroundings,
  )
  const office =
    actor.role === 'admin'
      ? [
          selection('placeId', places, surroundings),
          selection('departmentId', departments, surroundings),
          field(
            { id: 'liaison', label: text('people.liaison'), type: 'enum', required: false, choices: kinds },
            surroundings,
          ),
        ]
      : []
  const fields = [words('displayName'), words('username', text('people.username.help')), role, ...office]
  return {
    header: {
      title: text('people.new'),
      what: text('people.new.what'),
      next: text('people.new.next'),
      by: null,
      crumbs: crumbs(),
    },
    errors: errorList(fields),
    fields,
  }
}

/** The link that is handed over, this once. */
export interface InvitationModel {
  readonly header: PageHeaderModel
  readonly username: string
  readonly url: string
  readonly qr: string
  readonly back: { readonly href: string; readonly label: string }
}

export function invitationModel(
  { accountId, displayName, username, expiresAt }: Invitation,
  { url, qr }: { url: string; qr: string },
): InvitationModel {
  return {
    header: {
      title: text('people.invitation.title'),
      what: text('people.invitation.what', {
        name: displayName,
        until: formatDate(localDateOf(expiresAt)),
      }),
      next: text('people.invitation.next'),
      by: null,
      crumbs: crumbs(),
    },
    username,
    url,
    qr,
    back: {
      href: pathTo(paths.person, { id: accountId }),
      label: text('people.invitation.back', { name: displayName }),
    },
  }
}

/** Which roles must have a second factor. */
export interface SignInRulesModel {
  readonly header: PageHeaderModel
  readonly roles: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[]
  /** whether whoever looks may change it */
  readonly mayChange: boolean
}

export function signInRulesModel(actor: Actor, chosen: readonly string[]): SignInRulesModel {
  return {
    header: {
      title: text('rules.title'),
      what: text('rules.what'),
      next: secures(actor) ? text('rules.next') : null,
      by: null,
      crumbs: crumbs(),
    },
    roles: ROLES.map(({ value, label }) => ({ value, label, chosen: chosen.includes(value) })),
    mayChange: secures(actor),
  }
}

function idOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
