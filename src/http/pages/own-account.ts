import { text } from '../../catalogue/index.js'
import type { OwnAccount } from '../../runtime/index.js'
import { errorList, type FieldModel } from './field.js'
import type { PageHeaderModel } from './parts.js'
import { state, type StateModel } from './state.js'
import { codeField, passwordFields } from './step.js'

declare module '../render.js' {
  interface Pages {
    'account/own': OwnAccountModel
  }
}

/** 我的账号. */
export interface OwnAccountModel {
  readonly header: PageHeaderModel
  readonly errors: ReturnType<typeof errorList>
  /** null for who signs in elsewhere */
  readonly password: readonly FieldModel[] | null
  readonly factor: {
    readonly on: boolean
    readonly state: StateModel
    readonly left: string | null
    /** to be filled in to give it up; null where it is needed or not there */
    readonly remove: readonly FieldModel[] | null
  } | null
  readonly sessions: readonly {
    readonly id: number
    readonly device: string
    readonly since: string
    readonly seen: string
    readonly here: boolean
  }[]
  readonly others: boolean
}

type Errors = Readonly<Record<string, string>>

export function ownAccountPage(own: OwnAccount, errors: Errors = {}): OwnAccountModel {
  const { username, displayName, hasPassword, hasFactor, mustHaveFactor, recoveryLeft, sessions } = own
  const password = hasPassword ? passwordFields(errors, { current: true }) : null
  const remove = hasFactor && !mustHaveFactor ? [codeField(errors)] : null
  return {
    header: {
      title: text('own.title'),
      what: text('own.what', { name: displayName, username }),
      next: text('own.next'),
      by: null,
    },
    errors: errorList([...(password ?? []), ...(remove ?? [])]),
    password,
    factor: hasPassword
      ? {
          on: hasFactor,
          state: hasFactor ? state('met', text('own.factor.on')) : state('closed', text('own.factor.off')),
          left: hasFactor ? text('own.factor.left', { count: recoveryLeft }) : null,
          remove,
        }
      : null,
    sessions: sessions.map(({ id, device, createdAt, seenAt, here }) => ({
      id,
      device: device ?? text('own.session.unknown'),
      since: createdAt,
      seen: seenAt,
      here,
    })),
    others: sessions.length > 1,
  }
}
