import { text } from '../../catalogue/index.js'

/** More than this many are not counted out: they only say that it is time to look. */
const most = 99

/** The bell at the head of every page: how many notices wait to be read, in figures and, for who hears it, in words. */
export function bellOf(unread: number): { count: string | null; label: string } {
  if (unread === 0) return { count: null, label: text('notices.bell') }
  const count = unread > most ? text('notices.bell.many', { count: most }) : String(unread)
  return { count, label: text('notices.bell.unread', { count }) }
}
