import { text } from '../../catalogue/index.js'
import { paths, pathTo } from '../paths.js'
import type { TimelineEntry } from './timeline.js'

declare module '../render.js' {
  interface Pages {
    'citizen/reported': ReportedPageModel
  }
}

/** 已收到您的反映: the number, the promise, what comes next. Nothing of the person. */
export interface ReportedPageModel {
  readonly number: string
  readonly trackHref: string
  readonly qrCode: string
  readonly qrAlt: string
  /** the promise in its two parts */
  readonly promises: readonly { readonly within: string; readonly what: string; readonly when: string }[]
  readonly next: readonly TimelineEntry[]
}

export function reportedPage(
  number: string,
  { url, qrCode }: { readonly url: string; readonly qrCode: string },
): ReportedPageModel {
  return {
    number,
    trackHref: pathTo(paths.trackCase, { number }),
    qrCode,
    qrAlt: text('citizen.reported.qrAlt', { url }),
    promises: ['phone', 'feedback'].map(part => ({
      within: text(`citizen.reported.promise.${part}`),
      what: text(`citizen.reported.promise.${part}.what`),
      when: text(`citizen.reported.promise.${part}.when`),
    })),
    next: [
      step('done', 'registered'),
      { ...step('now', 'analyse'), note: text('citizen.reported.next.analyse.note') },
      step('next', 'reply'),
      step('next', 'follow'),
    ],
  }
}

function step(kind: TimelineEntry['kind'], name: string): TimelineEntry {
  return { kind, what: text(`citizen.reported.next.${name}`), at: null, who: null, note: null, facts: [] }
}
