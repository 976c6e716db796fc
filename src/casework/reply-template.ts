import { text } from '../catalogue/index.js'
import type { Choice } from './choice.js'

/** When the office speaks to the citizen: what it says depends on whose responsibility it is (方案三（三）). */
export const REPLY_OCCASIONS = [
  { value: 'phone.citizen', label: '电话答复：群众责任' },
  { value: 'phone.mixed', label: '电话答复：双方都有' },
  { value: 'phone.notPermitted', label: '电话答复：依法不能办' },
  { value: 'notice', label: '书面或短信告知' },
  { value: 'feedback', label: '反馈工作结果' },
] as const satisfies readonly Choice[]

export type ReplyOccasion = (typeof REPLY_OCCASIONS)[number]['value']

/** What a template is filled with; each stands in it as 【its label】. */
export const REPLY_PLACEHOLDERS = [
  { value: 'office', label: '办公室' },
  { value: 'item', label: '事项' },
  { value: 'number', label: '编号' },
  { value: 'department', label: '部门' },
  { value: 'cause', label: '原因' },
  { value: 'materials', label: '补正清单' },
  { value: 'basis', label: '依据' },
  { value: 'after', label: '整改后' },
] as const satisfies readonly Choice[]

export type ReplyPlaceholder = (typeof REPLY_PLACEHOLDERS)[number]['value']
export type ReplyValues = Readonly<Partial<Record<ReplyPlaceholder, string>>>

/** One wording: for all causes, or for one. `words` null is none of the office’s own. */
export interface Wording {
  readonly occasion: ReplyOccasion
  readonly cause: string
  readonly words: string | null
}

/** What is known to be said by nobody: a placeholder that there is not. */
export function unknownPlaceholders(words: string): readonly string[] {
  const known: ReadonlySet<string> = new Set(REPLY_PLACEHOLDERS.map(({ label }) => label))
  return [...words.matchAll(/【([^【】]*)】/g)].flatMap(([, name = '']) => (known.has(name) ? [] : [name]))
}

/** The template with its placeholders filled; one that is not known is left for the speaker to see: ……. */
export function fillTemplate(words: string, values: ReplyValues): string {
  return REPLY_PLACEHOLDERS.reduce(
    (filled, { value, label }) => filled.replaceAll(`【${label}】`, () => values[value]?.trim() ?? '……'),
    words,
  )
}

/**
 * The wording that counts: the newest of the office for this cause, else for all, else the house’s own.
 * @param wordings the newest first
 */
export function wordingFor(
  wordings: readonly Wording[],
  { occasion, cause }: { readonly occasion: ReplyOccasion; readonly cause: string | null },
): string {
  const own = (of: string) =>
    wordings.find(one => one.occasion === occasion && one.cause === of)?.words ?? null
  return (cause === null ? null : own(cause)) ?? own('') ?? text(`replies.words.${occasion}`)
}

/** The occasion of a call, by the verdict. */
export function callOccasion(verdict: unknown): ReplyOccasion {
  return verdict === 'mixed' || verdict === 'notPermitted' ? `phone.${verdict}` : 'phone.citizen'
}
