import { roleLabel } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import { demoPassword, type DemoAccount } from '../../runtime/index.js'
import type { SignInErrors } from '../forms/sign-in.js'
import { paths } from '../paths.js'
import { safePath } from '../safe-path.js'
import { field, errorList, type FieldModel } from './field.js'
import type { PageHeaderModel } from './parts.js'

/** The model of `sign-in/form`. */
export interface SignInModel {
  readonly header: PageHeaderModel
  readonly next: string
  readonly username: FieldModel
  readonly password: FieldModel & { readonly given: string }
  readonly errors: ReturnType<typeof errorList>
  /** wrong name or wrong password: one sentence for both */
  readonly refusal: string | null
  /** where to go for unified sign-in; null where there is none */
  readonly unified: string | null
  /** only in a demonstration */
  readonly demo: {
    readonly password: string
    readonly accounts: readonly DemoChoice[]
  } | null
}

interface DemoChoice {
  readonly href: string
  readonly name: string
  readonly role: string
  readonly belongsTo: string | null
  readonly chosen: boolean
}

export function signInPage({
  next,
  as,
  username = '',
  errors = { username: null, password: null },
  refusal = null,
  accounts,
  unified,
}: {
  readonly next: unknown
  /** the account of the demonstration that was picked */
  readonly as?: unknown
  readonly username?: string
  readonly errors?: SignInErrors
  readonly refusal?: string | null
  readonly accounts: readonly DemoAccount[]
  readonly unified: boolean
}): SignInModel {
  const goesTo = safePath(next, '')
  const picked = accounts.find(account => account.username === as)
  const fields = { username: picked?.username ?? username }
  const sentences = Object.fromEntries(
    Object.entries(errors).flatMap(([id, sentence]) => (sentence === null ? [] : [[id, sentence]])),
  )
  const line = (id: 'username' | 'password') =>
    field(
      { id, label: text(`signIn.${id}`), type: 'string', required: true, maxLength: 200, choices: [] },
      { values: fields, errors: sentences },
    )
  const name = { ...line('username'), autocomplete: 'username' }
  const password = { ...line('password'), inputType: 'password', autocomplete: 'current-password' }
  return {
    header: { title: text('signIn.title'), what: text('signIn.what'), next: null, by: null },
    next: goesTo,
    username: name,
    password: { ...password, given: picked ? demoPassword : '' },
    errors: errorList([name, password]),
    refusal,
    unified: unified
      ? `${paths.unifiedSignIn}${goesTo === '' ? '' : `?next=${encodeURIComponent(goesTo)}`}`
      : null,
    demo:
      accounts.length === 0
        ? null
        : {
            password: demoPassword,
            accounts: accounts.map(account => ({
              href: hrefOf(account.username, goesTo),
              name: account.name,
              role: roleLabel(account.role),
              belongsTo: account.belongsTo,
              chosen: account === picked,
            })),
          },
  }
}

function hrefOf(username: string, next: string): string {
  const query = new URLSearchParams({ as: username, ...(next === '' ? {} : { next }) })
  return `${paths.signIn}?${query.toString()}#username`
}
