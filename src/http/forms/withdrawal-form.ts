import { cleanText, lengthOf } from '../../casework/plain-text.js'
import { text } from '../../catalogue/index.js'
import { typed } from './typed.js'

/** 撤回: why, in words for the record; or what is wrong with the form. */
export type WithdrawalForm =
  | { readonly ok: true; readonly reason: string }
  | {
      readonly ok: false
      readonly values: Readonly<Record<string, string>>
      readonly errors: Readonly<Record<string, string>>
    }

export const withdrawalReasons = ['solved', 'noLonger', 'again', 'other'] as const
export const longestWithdrawal = 500

export function readWithdrawal(body: unknown): WithdrawalForm {
  const reason = typed(body, 'reason')
  const known = withdrawalReasons.find(each => each === reason)
  const words = cleanText(typed(body, 'words'))
  const length = lengthOf(words)
  const over = length - longestWithdrawal
  const errors = {
    ...(known === undefined && { reason: text('track.withdraw.reason.missing') }),
    ...(over > 0 && { words: text('casework.answer.tooLong', { length, limit: longestWithdrawal, over }) }),
  }
  if (known === undefined || over > 0) return { ok: false, values: { reason, words }, errors }
  const label = text(`track.withdraw.reason.${known}`)
  return {
    ok: true,
    reason: words === '' ? label : text('track.withdraw.recorded', { reason: label, words }),
  }
}
