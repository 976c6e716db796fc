import type { Actor } from '../../casework/actor.js'
import { causeLabel } from '../../casework/cause.js'
import { ITEM_LIMITS, type TypedItem } from '../../casework/item.js'
import { maskText } from '../../casework/masking.js'
import { text } from '../../catalogue/index.js'
import type { ItemPage } from '../../runtime/index.js'
import { caseCursor, writeCursor } from '../forms/cursor.js'
import { paths, pathTo } from '../paths.js'
import { caseTable } from './case-table.js'
import { errorList, field, type FieldModel } from './field.js'
import { guideHistory, itemHistory } from './item-history.js'
import { mayDescribe } from './item-list.js'
import { ledger, type LedgerModel } from './ledger.js'
import type { GlanceRow, LinkModel, PageHeaderModel, PaginationModel } from './parts.js'
import { rectificationState } from './rectification-state.js'
import { state, type StateModel } from './state.js'
import { rectificationBrief, type RectificationBrief } from './rectification-brief.js'
import type { TimelineEntry } from './timeline.js'

declare module '../render.js' {
  interface Pages {
    'items/item': ItemModel
  }
}

/** One item of the register with everything that is known of it. */
export interface ItemModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  readonly mergedInto: LinkModel | null
  readonly glance: readonly GlanceRow[]
  readonly causes: LedgerModel | null
  readonly cases: LedgerModel | null
  readonly pages: PaginationModel
  readonly rectifications: readonly (RectificationBrief & {
    readonly department: string
    readonly state: StateModel
    readonly returned: string | null
  })[]
  readonly guides: readonly TimelineEntry[]
  readonly entries: readonly TimelineEntry[]
  /** for who may describe items, while it is one of its own */
  readonly forms: ItemForms | null
  /** to choose from without scripts */
  readonly itemNames: readonly string[]
}

interface ItemForms {
  readonly revision: number
  readonly met: boolean
  readonly retired: boolean
  readonly describe: { readonly action: string; readonly fields: readonly FieldModel[] }
  readonly merge: { readonly action: string; readonly into: FieldModel }
  readonly retire: { readonly action: string; readonly reason: FieldModel } | null
}

/** What was typed into one of the forms, and what is wrong with it. */
export interface ItemTyped {
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

interface Surroundings {
  readonly departments: readonly { readonly id: number; readonly name: string }[]
  readonly itemNames: readonly string[]
  readonly after: string | null
}

export function itemModel(
  page: ItemPage,
  actor: Actor,
  { departments, itemNames, after }: Surroundings,
  typed: ItemTyped = { values: {}, errors: {} },
): ItemModel {
  const { item, mergedInto } = page
  const forms = mayDescribe(actor) && mergedInto === null ? formsOf(page, departments, typed) : null
  const address = pathTo(paths.item, { id: item.id })
  return {
    header: header(page),
    errors: forms === null ? [] : errorList(fieldsOf(forms)),
    mergedInto: mergedInto && {
      href: pathTo(paths.item, { id: mergedInto.id }),
      label: text('item.mergedInto', { name: mergedInto.name }),
    },
    glance: glance(page),
    causes: causes(page.causes),
    cases:
      page.cases.rows.length > 0
        ? caseTable(page.cases.rows, ['number', 'state', 'registered', 'place', 'cause'])
        : null,
    pages: {
      shown: text('item.cases.shown'),
      previous: after === null ? null : address,
      next: page.cases.next ? `${address}?after=${writeCursor(caseCursor.parse(page.cases.next))}` : null,
    },
    rectifications: page.rectifications.map(one => ({
      ...rectificationBrief(one, new Map([[one.departmentId, one.departmentName]])),
      department: one.departmentName,
      state: rectificationState(one),
      returned: one.returnedReason && maskText(one.returnedReason),
    })),
    guides: guideHistory(page.entries),
    entries: itemHistory(page.entries),
    forms,
    itemNames: forms === null ? [] : itemNames,
  }
}

function header({ item, mergedInto }: ItemPage): PageHeaderModel {
  const standing = item.adoptedAt === null ? 'met' : item.retiredAt === null ? 'listed' : 'retired'
  return {
    title: item.name,
    what: text(`item.what.${item.adoptedAt === null ? 'met' : 'listed'}`, { name: item.name }),
    next: mergedInto !== null ? null : text(`item.next.${item.adoptedAt === null ? 'met' : 'listed'}`),
    by: null,
    state: state(
      ({ met: 'provisional', listed: 'ok', retired: 'closed' } as const)[standing],
      text(`item.${standing}`),
    ),
    crumbs: [{ href: paths.items, label: text('items.title') }],
  }
}

function glance({ item, department, names }: ItemPage): readonly GlanceRow[] {
  const others = names.filter(({ name }) => name !== item.name).map(({ name }) => name)
  return [
    { label: text('item.field.department'), value: department ?? text('item.field.department.none') },
    { label: text('item.field.aliases'), value: others.join('、') || text('item.aliases.none') },
    { label: text('item.field.guideVersion'), value: item.guideVersion ?? text('items.guide.none') },
    ...(item.guideUrl === null
      ? []
      : [{ label: text('item.field.guideUrl'), value: item.guideUrl, href: item.guideUrl }]),
  ]
}

/** A row a month, a column a cause: the causes that occur, in the order of their codes. */
function causes(counts: ItemPage['causes']): LedgerModel | null {
  if (counts.length === 0) return null
  const months = [...new Set(counts.map(({ month }) => month))].sort().reverse()
  const codes = [...new Set(counts.map(({ cause }) => cause))].sort((one, other) =>
    (one ?? 'Z').localeCompare(other ?? 'Z'),
  )
  const countOf = (month: string, cause: string | null) =>
    counts.find(one => one.month === month && one.cause === cause)?.count ?? 0
  return ledger(
    text('item.causes.caption'),
    [
      { label: text('item.causes.month') },
      ...codes.map(code => ({
        label: code === null ? text('item.causes.unknown') : causeLabel(code),
        numeric: true,
      })),
      { label: text('item.causes.total'), numeric: true },
    ],
    months.map(month => {
      const row = codes.map(code => countOf(month, code))
      const total = row.reduce((sum, count) => sum + count, 0)
      return [
        monthInWords(month),
        ...[...row, total].map(count => (count === 0 ? text('shell.none') : String(count))),
      ]
    }),
  )
}

/** 2026-04 → 2026年4月 */
export function monthInWords(month: string): string {
  const [year = '', number = ''] = month.split('-')
  return text('items.month', { year, month: Number(number) })
}

function formsOf(
  { item, names }: ItemPage,
  departments: Surroundings['departments'],
  typed: ItemTyped,
): ItemForms {
  const { id } = item
  const aliases = names.filter(({ name }) => name !== item.name).map(({ name }) => name)
  const stored: TypedItem = {
    name: item.name,
    aliases: aliases.join('\n'),
    department: item.departmentId === null ? '' : String(item.departmentId),
    guideUrl: item.guideUrl ?? '',
    guideVersion: item.guideVersion ?? '',
  }
  const given = { values: { ...stored, ...typed.values }, errors: typed.errors, departments }
  const make = (name: string, type: string, more: object = {}) =>
    field({ id: name, label: text(`item.field.${name}`), type, required: false, choices: [], ...more }, given)
  const helped = (name: string) => ({ help: text(`item.field.${name}.help`) })
  return {
    revision: item.revision,
    met: item.adoptedAt === null,
    retired: item.retiredAt !== null,
    describe: {
      action: pathTo(paths.item, { id }),
      fields: [
        make('name', 'string', { required: true, maxLength: ITEM_LIMITS.name }),
        make('department', 'department'),
        make('aliases', 'text', { rows: 3, ...helped('aliases') }),
        make('guideUrl', 'string', { maxLength: ITEM_LIMITS.guideUrl, ...helped('guideUrl') }),
        make('guideVersion', 'string', { maxLength: ITEM_LIMITS.guideVersion, ...helped('guideVersion') }),
      ],
    },
    merge: {
      action: pathTo(paths.itemMerge, { id }),
      into: {
        ...make('into', 'string', { required: true, maxLength: ITEM_LIMITS.name }),
        list: 'item-names',
      },
    },
    retire:
      item.adoptedAt === null
        ? null
        : {
            action: pathTo(paths.itemRetire, { id }),
            reason: make('reason', 'string', { required: true, maxLength: ITEM_LIMITS.reason }),
          },
  }
}

function fieldsOf({ describe, merge, retire }: ItemForms): readonly FieldModel[] {
  return [...describe.fields, merge.into, ...(retire === null ? [] : [retire.reason])]
}
