import { text } from '../../catalogue/index.js'
import type { PrivacyPage } from '../../runtime/index.js'
import { paths } from '../paths.js'
import type { PageHeaderModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'citizen/privacy': PrivacyPageModel
  }
}

/** 个人信息保护: what is kept, why, who sees it, how long, and how each right is exercised. */
export interface PrivacyPageModel {
  readonly header: PageHeaderModel
  readonly kept: readonly { readonly title: string; readonly words: readonly string[] }[]
  readonly rights: readonly {
    readonly title: string
    readonly words: readonly string[]
    readonly article: string
  }[]
  readonly track: string
  readonly answered: string
  readonly places: readonly { readonly name: string; readonly reach: string }[]
}

const kept = ['whose', 'what', 'why', 'who', 'where', 'long'] as const
const rights = ['know', 'access', 'correct', 'erase', 'restrict', 'explain', 'agent', 'complain'] as const

export function privacyPageModel(
  { replyDays, keptYears, places }: PrivacyPage,
  officeName: string,
): PrivacyPageModel {
  return {
    header: {
      title: text('privacy.title'),
      what: text('privacy.what'),
      next: text('privacy.next'),
      by: null,
    },
    kept: kept.map(name => ({
      title: text(`privacy.kept.${name}`),
      words: text(`privacy.kept.${name}.words`, { office: officeName, years: keptYears }).split('\n'),
    })),
    rights: rights.map(name => ({
      title: text(`privacy.right.${name}`),
      words: text(`privacy.right.${name}.words`).split('\n'),
      article: text(`privacy.right.${name}.article`),
    })),
    track: paths.track,
    answered: text('privacy.answered', { days: replyDays }),
    places: places.map(({ name, phone, hours }) => ({
      name,
      reach: [phone ?? text('privacy.place.noPhone'), hours].filter(Boolean).join('，'),
    })),
  }
}
