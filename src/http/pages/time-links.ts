import type { Actor } from '../../casework/actor.js'
import { text } from '../../catalogue/index.js'
import type { CasePage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import type { LinkModel } from './parts.js'

/** Where the time of a case can be changed now, for who may: the clock by the supervisor, the day by the office. */
export function timeLinks(
  { detail, time }: Pick<CasePage, 'detail' | 'time'>,
  actor: Actor,
): readonly LinkModel[] {
  const { number } = detail
  const decides = actor.role === 'supervisor'
  const replies = decides || actor.role === 'officer'
  const runs = time.pausable.some(({ pause }) => pause === null)
  const stands = time.pausable.some(({ pause }) => pause !== null)
  const links = [
    { shown: decides && runs, path: paths.casePause, label: 'time.pause.link' },
    { shown: decides && stands, path: paths.caseProlong, label: 'time.prolong.link' },
    { shown: decides && stands, path: paths.caseResume, label: 'time.resume.link' },
    {
      shown: replies && time.extendable.length > 0,
      path: paths.caseInterimReply,
      label: 'time.interim.link',
    },
  ]
  return links
    .filter(({ shown }) => shown)
    .map(({ path, label }) => ({ href: pathTo(path, { number }), label: text(label) }))
}
