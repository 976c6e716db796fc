import { addDays, formatDate, scopes, type CalendarDay, type Day, type Scope } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import { longestName, longestSource, type TypedDays } from '../forms/calendar-day.js'
import { calendarHref, type CalendarPlace } from './calendar-place.js'
import { errorList, field, type FieldModel, type FieldSource } from './field.js'

/** The form that arranges a day, for `admin/calendar`. */
export interface ArrangingModel {
  readonly title: string
  readonly date: string
  readonly scope: string
  /** what it is now, and who says so */
  readonly now: readonly string[]
  readonly fields: {
    readonly kind: FieldModel
    readonly until: FieldModel
    readonly scope: FieldModel
    readonly name: FieldModel
    readonly source: FieldModel
  }
  readonly errors: ReturnType<typeof errorList>
  readonly close: string
}

/** @param returned what was typed and refused, with why */
export function arrangingModel(
  place: CalendarPlace & { readonly date: string },
  { day, rows }: { readonly day: Day; readonly rows: readonly CalendarDay[] },
  returned: { readonly typed: TypedDays; readonly errors: Readonly<Record<string, string>> } | null = null,
): ArrangingModel {
  const values = returned?.typed ?? valuesOf(place, rows)
  const errors = returned?.errors ?? {}
  const of = (source: FieldSource) => field(source, { values: { ...values }, errors })
  const fields = {
    kind: of(
      source('kind', 'enum', true, {
        choices: choices(['rest', 'work', 'plain'], 'admin.calendar.arrange.kind'),
      }),
    ),
    until: of(
      source('until', 'date', false, {
        min: place.date,
        max: addDays(place.date, 30),
        help: text('admin.calendar.arrange.until.help'),
      }),
    ),
    scope: of(source('scope', 'enum', true, { choices: choices(scopes.toReversed(), 'calendar.scope') })),
    name: of(
      source('name', 'string', true, {
        maxLength: longestName,
        help: text('admin.calendar.arrange.name.help'),
      }),
    ),
    source: of(
      source('source', 'string', true, {
        maxLength: longestSource,
        help: text('admin.calendar.arrange.source.help'),
      }),
    ),
  }
  return {
    title: text('admin.calendar.arrange.title', { date: formatDate(place.date) }),
    date: place.date,
    scope: place.scope ?? '',
    now: [
      text('admin.calendar.arrange.now', { words: wordsOf(day) }),
      ...rows.map(row =>
        text('admin.calendar.arrange.row', {
          scope: text(`calendar.scope.${row.scope}`),
          kind: text(`admin.calendar.mark.${row.kind}`),
          name: row.name,
          source: row.source,
        }),
      ),
    ],
    fields,
    errors: errorList(Object.values(fields)),
    close: calendarHref({ ...place, date: null }),
  }
}

/** What somebody most likely wants: to correct what is arranged, or to arrange for the office itself. */
function valuesOf({ scope }: CalendarPlace, rows: readonly CalendarDay[]): Partial<TypedDays> {
  const row = rows.find(one => scope === null || one.scope === scope)
  const usual: Scope = row?.scope ?? scope ?? 'local'
  return { scope: usual, kind: row?.kind ?? '', name: row?.name ?? '', source: row?.source ?? '' }
}

export function wordsOf({ kind, name }: Day): string {
  return name === null
    ? text(`admin.calendar.kind.${kind}`)
    : text(`admin.calendar.kind.${kind}.named`, { name })
}

function source(id: string, type: string, required: boolean, rest: Partial<FieldSource>): FieldSource {
  return { id, label: text(`admin.calendar.arrange.${id}`), type, required, choices: [], ...rest }
}

function choices(ids: readonly string[], key: string): FieldSource['choices'] {
  return ids.map(id => ({ id, name: text(`${key}.${id}`) }))
}
