import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { text } from '../../catalogue/index.js'

/** Long passwords, no rule about signs (NIST SP 800-63B, 5.1.1.2; ASVS 6.2). The bounds are characters. */
export const passwordLength = { least: 12, most: 200 }

/** What is tried first at this office: its names and places, as people type them. They count for nothing. */
const ofThisHouse = (
  'banbuchengshi bandecheng chengzhong liuzhou guangxi zhengwufuwu zhengwu dating window clerk officer ' +
  '办不成事 办得成 政务服务 城中区 柳州 广西 大厅 窗口'
).split(' ')

/** Of zxcvbn's five: safely unguessable even by who takes their time. */
const leastScore = 3

/** A password somebody wants, and what of theirs must not be it. */
interface Wanted {
  readonly password: string
  readonly again: string
  readonly username: string
  readonly displayName: string
}

/**
 * Why a password is not good enough, a sentence for each field; empty when it is. Common passwords, those known from
 * breaches, words of this house and the person's own names are looked for without asking anybody outside.
 */
export function passwordProblems({ password, again, username, displayName }: Wanted): Record<string, string> {
  const length = Array.from(password).length
  const { least, most } = passwordLength
  if (length < least) return { password: text('password.short', { least }) }
  if (length > most) return { password: text('password.long', { most }) }
  const rest = without(password.toLowerCase(), [username, displayName, ...ofThisHouse])
  if (strength().check(rest).score < leastScore) return { password: text('password.guessable') }
  return password === again ? {} : { again: text('password.different') }
}

function without(password: string, words: readonly string[]): string {
  return words
    .map(word => word.toLowerCase())
    .filter(word => word.length > 1)
    .reduce((rest, word) => rest.replaceAll(word, ''), password)
}

/** Made when the first password is chosen: its lists take a moment. */
let made: ZxcvbnFactory | undefined

function strength(): ZxcvbnFactory {
  return (made ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }))
}
