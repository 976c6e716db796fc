import { randomUUID } from 'node:crypto'
import { ROLES, type Role } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type { Board } from '../../runtime/index.js'
import type { PressKind, WatchPress } from '../forms/watch-press.js'
import { paths } from '../paths.js'

/** The bar that presses for, supervises or gives to another all that is ticked. */
export interface WatchActing {
  readonly action: string
  readonly submissionId: string
  readonly message: string
  readonly problem: string | null
  readonly people: readonly {
    readonly role: Role
    readonly label: string
    readonly options: readonly { readonly value: number; readonly label: string; readonly chosen: boolean }[]
  }[]
}

export function watchActing(board: Board, returned: ReturnedPress | null): WatchActing {
  return {
    action: paths.watchPress,
    submissionId: returned?.press.submissionId ?? randomUUID(),
    message: returned?.press.message ?? '',
    problem: returned?.problem ?? null,
    people: ROLES.map(({ value: role, label }) => ({
      role,
      label,
      options: board.people
        .filter(person => person.role === role)
        .map(({ id, name, belongsTo }) => ({
          value: id,
          label: belongsTo === null ? name : text('watch.person', { name, where: belongsTo }),
          chosen: id === returned?.press.to,
        })),
    })).filter(({ options }) => options.length > 0),
  }
}

/** A form that comes back, with what is wrong and everything that was typed. */
export interface ReturnedPress {
  readonly press: WatchPress
  readonly problem: string
}

/** The numbers of what was done, and of what was not, with a word for why. */
export interface Outcome {
  readonly done: readonly string[]
  readonly refused: readonly { readonly number: string; readonly why: string }[]
}

/** What was done and what was not, in a sentence or two. */
export function outcomeWords(kind: PressKind, { done, refused }: Outcome): string {
  const said = done.length > 0 ? text(`watch.done.${kind}`, { count: done.length }) : text('watch.done.none')
  if (refused.length === 0) return said
  const named = refused
    .slice(0, mostNamed)
    .map(({ number, why }) => text('watch.refused.one', { number, why: text(`watch.refused.${why}`) }))
  const list = named.join('、')
  const more = refused.length > mostNamed ? text('watch.refused.more', { count: refused.length }) : ''
  return said + text('watch.refused', { list: list + more })
}

/** The sentence travels in a cookie: a long list is cut. */
const mostNamed = 12
