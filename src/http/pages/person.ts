import { formatDate, localDateOf } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { roleLabel } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import { manages, secures } from '../../runtime/index.js'
import type { PersonPage } from '../../runtime/index.js'
import { errorList, field, type FieldModel } from './field.js'
import { ledger, type LedgerModel } from './ledger.js'
import type { GlanceRow, PageHeaderModel } from './parts.js'
import { belongingField, liaisonKinds, peopleCrumbs, type Errors } from './person-fields.js'
import { state } from './state.js'

declare module '../render.js' {
  interface Pages {
    'admin/person': PersonModel
  }
}

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
      crumbs: peopleCrumbs(),
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
  if (account.role === 'clerk') return [belongingField('placeId', places, surroundings)]
  return account.role === 'liaison' ? [belongingField('departmentId', departments, surroundings)] : []
}

function termsFields(now: string, values: Readonly<Record<string, unknown>>, errors: Errors): FieldModel[] {
  const surroundings = { values: { kind: 'main', from: localDateOf(now), ...values }, errors }
  const day = (id: string, label: string, required: boolean) =>
    field({ id, label, type: 'date', required, choices: [] }, surroundings)
  return [
    field(
      { id: 'kind', label: text('people.term.kind'), type: 'enum', required: true, choices: liaisonKinds },
      surroundings,
    ),
    day('from', text('people.term.fromLabel'), true),
    day('until', text('people.term.untilLabel'), false),
  ]
}
