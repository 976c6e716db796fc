import { formatDate, localDateOf } from '../../calendar/index.js'
import { ENDINGS } from '../../casework/ending.js'
import { text } from '../../catalogue/index.js'
import type { LedgerLine } from '../../runtime/index.js'
import { state, type StateModel } from './state.js'

/** Where a case stands, in a word: how it ended, or how much time is left. */
export function stateOf({ closedAt, endEvent, promise, workingDays, card }: LedgerLine): StateModel {
  if (closedAt !== null) {
    const ending = ENDINGS.find(one => one.endEvent === endEvent)?.label ?? text('cases.status.closed')
    const late = promise?.standing.overdue === true
    return late ? state('late', text('cases.state.late', { ending })) : state('met', ending)
  }
  if (card !== null) return state(card)
  if (promise === null) return state('ok', text('cases.state.running', { days: workingDays }))
  if (promise.metAt !== null)
    return promise.standing.overdue ? state('late') : state('met', text('cases.state.replied'))
  if (promise.standing.overdue) return state('red')
  if (promise.standing.pause !== null)
    return state('paused', text('cases.state.paused', { days: promise.standing.remainingWorkingDays }))
  return promise.standing.remainingWorkingDays <= 1
    ? state('yellow')
    : state('ok', text('cases.state.left', { days: promise.standing.remainingWorkingDays }))
}

/** The promise to the citizen that counts, and whether it was kept. */
export function dueOf({ promise, registeredOn }: LedgerLine): string {
  if (promise === null) return text('shell.none')
  const { kind, dueOn, promisedOn } = promise
  const held = text(`cases.due.${kind}`, { due: short(dueOn, registeredOn) })
  const due =
    dueOn > promisedOn
      ? text('cases.due.extended', { due: held, promised: short(promisedOn, registeredOn) })
      : held
  return promise.metAt === null
    ? due
    : text('cases.due.met', { due, when: short(localDateOf(promise.metAt), registeredOn) })
}

/** Keeps a short date on one line of a narrow column. */
const wordJoiner = '\u2060'

/** Without its year when that is the year of the registration, which the number begins with. */
export function short(day: string, registeredOn: string): string {
  const plain = formatDate(day)
    .replace(/（.*/, '')
    .replace('月', `${wordJoiner}月${wordJoiner}`)
    .replace('日', `${wordJoiner}日`)
  return day.slice(0, 4) === registeredOn.slice(0, 4) ? plain.replace(/^\d+年/, '') : plain
}
