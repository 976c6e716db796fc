import { text } from '../../catalogue/index.js'
import type { FactorOffer } from '../../runtime/index.js'
import { passwordLength } from '../../runtime/index.js'
import { paths } from '../paths.js'
import { qrCode } from '../qr-code.js'
import { errorList, field, type FieldModel } from './field.js'
import type { PageHeaderModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'account/step': StepModel
    'account/recovery': RecoveryModel
  }
}

/** One thing to be done before going on: a code, a password, a factor to be added. */
export interface StepModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  readonly action: string
  /** what the form carries along unseen */
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly offer: { readonly qr: string; readonly words: string } | null
  readonly fields: readonly FieldModel[]
  readonly submit: string | null
  /** whether one can leave by signing out */
  readonly leave: boolean
}

/** Recovery codes, shown this once. */
export interface RecoveryModel {
  readonly header: PageHeaderModel
  readonly codes: readonly string[]
  readonly next: string
}

type Errors = Readonly<Record<string, string>>

interface Step {
  readonly title: string
  readonly what: string
  readonly action: string
  readonly fields: readonly FieldModel[]
  readonly submit: string | null
  readonly hidden?: Readonly<Record<string, string>>
  readonly offer?: FactorOffer | null
  readonly leave?: boolean
}

export async function stepPage({
  title,
  what,
  action,
  fields,
  submit,
  hidden = {},
  offer = null,
  leave = false,
}: Step): Promise<StepModel> {
  return {
    header: { title, what, next: null, by: null },
    errors: errorList(fields),
    action,
    hidden: Object.entries(hidden).map(([name, value]) => ({ name, value })),
    offer: offer && { qr: await qrCode(offer.uri), words: text('factor.words', { words: offer.words }) },
    fields,
    submit,
    leave,
  }
}

/** The password of today is asked for where somebody might have left the desk. */
export function passwordFields(errors: Errors, { current }: { current: boolean }): FieldModel[] {
  const { least } = passwordLength
  return [
    ...(current ? [currentPassword(errors)] : []),
    secret('password', errors, 'new-password', text('password.help', { least })),
    secret('again', errors, 'new-password'),
  ]
}

export function currentPassword(errors: Errors): FieldModel {
  return secret('current', errors, 'current-password')
}

export function codeField(errors: Errors): FieldModel {
  const plain = field(
    {
      id: 'code',
      label: text('factor.code'),
      help: text('factor.code.help'),
      type: 'string',
      required: true,
      maxLength: 40,
      choices: [],
    },
    { values: {}, errors },
  )
  return { ...plain, autocomplete: 'one-time-code', width: 'medium' }
}

export function recoveryPage(codes: readonly string[], next: string = paths.account): RecoveryModel {
  return {
    header: {
      title: text('factor.recovery.title'),
      what: text('factor.recovery.what'),
      next: text('factor.recovery.next'),
      by: null,
    },
    codes,
    next,
  }
}

function secret(id: string, errors: Errors, autocomplete: string, help?: string): FieldModel {
  const plain = field(
    { id, label: text(`password.${id}`), help, type: 'string', required: true, choices: [] },
    { values: {}, errors },
  )
  return { ...plain, inputType: 'password', autocomplete }
}
