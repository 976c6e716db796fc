import { text } from '../../catalogue/index.js'
import { typed, typedAll } from './typed.js'

/** Who wants to sign in. */
export interface Credentials {
  readonly username: string
  readonly password: string
}

/** Reads the sign-in form: the credentials, or a sentence for each blank field. */
export function readCredentials(
  body: unknown,
):
  { readonly ok: true; readonly value: Credentials } | { readonly ok: false; readonly errors: SignInErrors } {
  const username = typed(body, 'username')
  // blanks may belong to a password
  const password = typedAll(body, 'password').at(-1) ?? ''
  const errors = {
    username: username === '' ? text('signIn.username.missing') : null,
    password: password === '' ? text('signIn.password.missing') : null,
  }
  if (errors.username !== null || errors.password !== null) return { ok: false, errors }
  return { ok: true, value: { username, password } }
}

export interface SignInErrors {
  readonly username: string | null
  readonly password: string | null
}
