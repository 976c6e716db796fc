import { formatInstant } from '../../calendar/index.js'
import { endingOf } from '../../casework/ending.js'
import { text } from '../../catalogue/index.js'
import type { CasePage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'

declare module '../render.js' {
  interface Pages {
    'cases/guidance': GuidanceSlipModel
  }
}

/** 指引单, for the citizen to take along: why this is none of the window’s matters, and where to go. */
export interface GuidanceSlipModel {
  readonly officeName: string
  readonly number: string
  readonly date: string
  readonly item: string
  readonly reason: string | null
  readonly guidance: string
  readonly place: string
  readonly back: { readonly href: string; readonly label: string }
}

/** Where the slip of this case is; null for one that did not end with a word on where to go. */
export function guidanceHref({ detail }: Pick<CasePage, 'detail'>): string | null {
  const ending = endingOf(detail.endEvent)
  const told = ending === 'outOfScope' || ending === 'consultation'
  return told && detail.erasedAt === null ? pathTo(paths.caseGuidance, { number: detail.number }) : null
}

export function guidanceSlip({ detail }: CasePage, officeName: string): GuidanceSlipModel {
  const { number, itemName, closedAt, placeName, facts } = detail
  const said = (name: string) => (typeof facts[name] === 'string' && facts[name] !== '' ? facts[name] : null)
  return {
    officeName,
    number,
    date: closedAt === null ? '' : formatInstant(closedAt),
    item: itemName,
    reason: said('scopeReason'),
    guidance: said('guidance') ?? '',
    place: placeName,
    back: { href: pathTo(paths.case, { number }), label: text('register.sheet.back') },
  }
}
