import { typed, typedAll } from './typed.js'

/** The new password, twice, and the one of today where it is asked for; blanks may belong to a password. */
export function readPasswords(body: unknown): { current: string; password: string; again: string } {
  const word = (name: string) => (typedAll(body, name).at(-1) ?? '').slice(0, 1000)
  return { current: word('current'), password: word('password'), again: word('again') }
}

/** A code as somebody typed it, of the second factor or for recovery. */
export function readCode(body: unknown): string {
  return typed(body, 'code').slice(0, 100)
}
