import { dropStored } from './stored'

const sentAs = 'bandecheng.sent'

/** Where a page says that what was sent has arrived: the address ends in this. */
const arrived = '#registered'

/** Remembers which draft is on its way, until a page says that it has arrived. */
export function isOnItsWay(name: string): void {
  try {
    sessionStorage.setItem(sentAs, name)
  } catch {
    // then the draft is found again, and its own id sees to it that it becomes no second case
  }
}

/** Forgets the draft of what has arrived. A connection lost in between leaves it where it is. */
export function forgetWhatArrived(): void {
  if (location.hash !== arrived) return
  try {
    const name = sessionStorage.getItem(sentAs)
    if (name !== null) dropStored(name)
    sessionStorage.removeItem(sentAs)
  } catch {
    // nothing is kept here
  }
}
