import Handlebars, { type HelperOptions } from 'handlebars'
import { formatDate, formatInstant, localDateOf } from '../calendar/index.js'
import { text, type TextValues } from '../catalogue/index.js'
import type { Instant } from '../clock.js'
import type { Assets } from './assets.js'
import { pathTo, paths } from './paths.js'

/** A day, or an instant; both are text. */
type DateOrInstant = string

/**
 * What a view may call. A helper rules over a field of the same name, so none is named as a field might be.
 * Values are escaped by Handlebars; only the few that build markup say so.
 */
export function viewHelpers(assets: Assets) {
  return {
    /** {{t "key" name=value}}: a sentence of the catalogue */
    t: (key: string, { hash }: HelperOptions) => text(key, hash as TextValues),

    /** {{formatDate "2026-04-15"}} → 2026年4月15日（周三）; an instant gives its day in the office */
    formatDate: (value: DateOrInstant | null) => orNone(value, day => formatDate(dayOf(day))),
    /** {{formatDateTime instant}} → 2026年4月15日（周三）17:30 */
    formatDateTime: (value: Instant | null) => orNone(value, formatInstant),
    /** {{formatDay day}} → 4月15日（周三）, where the year goes without saying */
    formatDay: (value: DateOrInstant | null) =>
      orNone(value, day => formatDate(dayOf(day)).replace(/^\d+年/, '')),
    /** {{formatWorkingDays 3}} → 3个工作日 */
    formatWorkingDays: (count: number) => text('calendar.budget.workingDays', { count }),
    /** {{formatNumber 12345}} → 12,345 */
    formatNumber: (value: number | null) => orNone(value, count => count.toLocaleString('zh-CN')),
    /** {{formatPercent 0.873}} → 87.3% */
    formatPercent: (value: number | null) =>
      orNone(value, share => `${Number((share * 100).toFixed(1)).toLocaleString('zh-CN')}%`),
    /** {{orNone value}}: a dash for what is not there, never an empty cell */
    orNone: (value: string | number | null | undefined) => orNone(value, String),

    eq: (left: unknown, right: unknown) => left === right,
    not: (value: unknown) => !isTrue(value),
    and: (...values: unknown[]) => values.slice(0, -1).every(isTrue),
    or: (...values: unknown[]) => values.slice(0, -1).find(isTrue) ?? false,
    includes: (list: readonly unknown[] | null, value: unknown) => list?.includes(value) ?? false,
    concat: (...parts: unknown[]) => parts.slice(0, -1).join(''),

    /** {{checked yes}} and {{selected yes}}: the attribute or nothing */
    checked: (yes: unknown) => (isTrue(yes) ? 'checked' : ''),
    selected: (yes: unknown) => (isTrue(yes) ? 'selected' : ''),
    /** {{attribute "maxlength" 200}}: the attribute where there is a value */
    attribute: (name: string, value: string | number | boolean | null | undefined) =>
      value === null || value === undefined || value === false
        ? ''
        : markup`${name}="${value === true ? '' : value}"`,
    /** data-x="{{json value}}" */
    json: (value: unknown) => JSON.stringify(value),

    /** the sentences the form's script says, their `{count}` left for it to fill */
    formWords: () =>
      JSON.stringify(
        Object.fromEntries(scriptWords.map(name => [name, text(`shell.form.${name}`, { count: '{count}' })])),
      ),
    /** {{pathTo "task" id=7}} */
    pathTo: (name: keyof typeof paths, { hash }: HelperOptions) =>
      pathTo<string>(paths[name], hash as Readonly<Record<string, string>>),
    /** {{asset "style.css"}} */
    asset: (name: string) => assets.address(name),
    /** {{icon "check"}}: drawn beside words, so hidden from who hears the page */
    icon: (name: string) =>
      new Handlebars.SafeString(
        `<svg class="icon" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">${assets.drawing(name)}</svg>`,
      ),
    /** {{csrf}}: the field every form that posts must have */
    csrf: ({ data }: HelperOptions) =>
      markup`<input type="hidden" name="_csrf" value="${(data as { csrfToken: () => string }).csrfToken()}">`,
  }
}

const scriptWords = ['sending', 'idHint', 'idMask', 'left', 'over', 'draftSaved', 'draftFailed']

function orNone<Value>(value: Value | null | undefined, format: (value: Value) => string): string {
  return value === null || value === undefined || value === '' ? text('shell.none') : format(value)
}

function dayOf(value: DateOrInstant): string {
  return value.includes('T') ? localDateOf(value) : value
}

/** As {{#if}} has it: an empty list is nothing. */
function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

function markup(parts: TemplateStringsArray, ...values: (string | number)[]): Handlebars.SafeString {
  const escaped = values.map(value => Handlebars.escapeExpression(String(value)))
  return new Handlebars.SafeString(String.raw({ raw: parts }, ...escaped))
}
