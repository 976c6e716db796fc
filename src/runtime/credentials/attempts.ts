import { TooManyAttemptsProblem } from '../../casework/problem.js'
import { command } from '../command.js'
import type { Parts } from '../parts.js'
import { tokenHash } from './sealing.js'

/** So many tries go by; each one after them doubles the wait. */
const free = 5
const minute = 60_000
const longestWait = 30 * minute
/** After a day without a try all is forgotten. */
const forgottenAfter = 24 * 60 * minute

/**
 * Counts a try before it is looked at, so that many at once are no more than one after the other.
 * @param what such as `password:<name>`; a name that nobody has is counted like any other, and so tells nothing
 * @throws TooManyAttemptsProblem while it is locked, right or wrong
 */
export async function countAttempt(parts: Pick<Parts, 'store' | 'clock'>, what: string): Promise<void> {
  const whatHash = tokenHash(what)
  const wait = await command(parts, async (unit, at) => {
    const now = Date.parse(at)
    await unit.attempts.removeBefore(new Date(now - forgottenAfter).toISOString())
    const before = await unit.attempts.of(whatHash)
    const left = before?.lockedUntil ? Date.parse(before.lockedUntil) - now : 0
    if (left > 0) return left
    const count = (before?.count ?? 0) + 1
    const lockedFor = count < free ? 0 : Math.min(minute * 2 ** Math.min(count - free, 10), longestWait)
    const lockedUntil = lockedFor === 0 ? null : new Date(now + lockedFor).toISOString()
    await unit.attempts.put({ whatHash, count, lastAt: at, lockedUntil })
    return 0
  })
  if (wait > 0) throw new TooManyAttemptsProblem(Math.ceil(wait / minute))
}

/** It was right: what went before is forgotten. */
export async function forgetAttempts(parts: Pick<Parts, 'store' | 'clock'>, what: string): Promise<void> {
  await command(parts, unit => unit.attempts.forget(tokenHash(what)))
}

/** What is counted for each account. */
export const attemptAt = {
  password: (username: string) => `password:${username.trim().toLowerCase()}`,
  code: (accountId: number) => `code:${accountId}`,
}
