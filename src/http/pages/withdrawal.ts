import { text } from '../../catalogue/index.js'
import type { Tracked } from '../../runtime/index.js'
import { longestWithdrawal, withdrawalReasons, type WithdrawalForm } from '../forms/withdrawal-form.js'
import { paths, pathTo } from '../paths.js'
import { errorList, field, type FieldModel } from './field.js'
import type { PageHeaderModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'track/withdraw': WithdrawalModel
  }
}

/** 撤回反映: what it means, why, and one more press of a button. */
export interface WithdrawalModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  readonly action: string
  readonly back: string
  readonly fields: readonly FieldModel[]
}

export function withdrawalPage(
  { number, itemName }: Pick<Tracked, 'number' | 'itemName'>,
  form: Extract<WithdrawalForm, { ok: false }> = { ok: false, values: {}, errors: {} },
): WithdrawalModel {
  const fields = [
    field(
      {
        id: 'reason',
        label: text('track.withdraw.reason'),
        type: 'enum',
        required: true,
        choices: withdrawalReasons.map(id => ({ id, name: text(`track.withdraw.reason.${id}`) })),
      },
      form,
    ),
    field(
      {
        id: 'words',
        label: text('track.withdraw.words'),
        help: text('track.withdraw.words.help'),
        type: 'text',
        required: false,
        maxLength: longestWithdrawal,
        rows: 3,
        choices: [],
      },
      form,
    ),
  ]
  return {
    header: {
      title: text('track.withdraw.title'),
      what: text('track.withdraw.what', { number, item: itemName }),
      next: text('track.withdraw.next'),
      by: null,
    },
    errors: errorList(fields),
    action: pathTo(paths.trackWithdraw, { number }),
    back: pathTo(paths.trackCase, { number }),
    fields,
  }
}
