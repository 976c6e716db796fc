import { formatInstant } from '../../calendar/index.js'
import { CAUSES, causeLabel } from '../../casework/cause.js'
import {
  fillTemplate,
  REPLY_OCCASIONS,
  REPLY_PLACEHOLDERS,
  wordingFor,
  type ReplyOccasion,
  type ReplyValues,
} from '../../casework/reply-template.js'
import { text } from '../../catalogue/index.js'
import { longestWording, type replyWordings } from '../../runtime/index.js'
import type { PageHeaderModel } from './parts.js'

declare module '../render.js' {
  interface Pages {
    'replies/templates': ReplyTemplatesModel
  }
}

/** 答复模板: what is said on each occasion, as it would read, and who has worded it. */
export interface ReplyTemplatesModel {
  readonly header: PageHeaderModel
  readonly limit: number
  readonly placeholders: readonly string[]
  readonly occasions: readonly OccasionModel[]
  readonly causes: readonly { readonly value: string; readonly label: string }[]
}

interface OccasionModel {
  readonly id: string
  readonly occasion: ReplyOccasion
  readonly title: string
  readonly wordings: readonly WordingModel[]
  readonly history: readonly string[]
}

interface WordingModel {
  readonly id: string
  readonly cause: string
  readonly title: string
  readonly words: string
  readonly preview: readonly string[]
  readonly own: boolean
  readonly problem: string | null
}

type Wordings = Awaited<ReturnType<typeof replyWordings>>

/** A wording that came back with what is wrong with it. */
export interface ReturnedWording {
  readonly occasion: ReplyOccasion
  readonly cause: string
  readonly words: string
  readonly problem: string
}

export function replyTemplatesPage(
  wordings: Wordings,
  officeName: string,
  { cause, returned = null }: { readonly cause: string; readonly returned?: ReturnedWording | null },
): ReplyTemplatesModel {
  const sample = { ...sampleValues(), office: officeName }
  return {
    header: {
      title: text('replies.title'),
      what: text('replies.what'),
      next: text('replies.next'),
      by: null,
    },
    limit: longestWording,
    placeholders: REPLY_PLACEHOLDERS.map(({ label }) => `【${label}】`),
    causes: CAUSES.map(({ code }) => ({ value: code, label: causeLabel(code) })),
    occasions: REPLY_OCCASIONS.map(({ value, label }) => ({
      id: value.replace('.', '-'),
      occasion: value,
      title: label,
      wordings: causesOf(wordings, value, cause, returned).map(of =>
        wordingModel(wordings, { occasion: value, cause: of, sample, returned }),
      ),
      history: wordings
        .filter(one => one.occasion === value)
        .map(one => text('replies.history', historyOf(one))),
    })),
  }
}

/** For all causes first, then those that have a wording of their own, and the one that is to get one. */
function causesOf(
  wordings: Wordings,
  occasion: ReplyOccasion,
  asked: string,
  returned: ReturnedWording | null,
): readonly string[] {
  const own = wordings.filter(one => one.occasion === occasion).map(one => one.cause)
  const came = returned?.occasion === occasion ? [returned.cause] : []
  const wanted = asked === '' || !asked.startsWith(`${occasion}:`) ? [] : [asked.slice(occasion.length + 1)]
  return [...new Set(['', ...own.filter(one => hasOwn(wordings, occasion, one)), ...came, ...wanted])]
}

function hasOwn(wordings: Wordings, occasion: ReplyOccasion, cause: string): boolean {
  return (wordings.find(one => one.occasion === occasion && one.cause === cause)?.words ?? null) !== null
}

function wordingModel(
  wordings: Wordings,
  given: {
    occasion: ReplyOccasion
    cause: string
    sample: ReplyValues
    returned: ReturnedWording | null
  },
): WordingModel {
  const { occasion, cause, sample, returned } = given
  const came = returned?.occasion === occasion && returned.cause === cause ? returned : null
  const words = came?.words ?? wordingFor(wordings, { occasion, cause: cause === '' ? null : cause })
  return {
    id: `${occasion.replace('.', '-')}-${cause}`,
    cause,
    title: cause === '' ? text('replies.allCauses') : causeLabel(cause),
    words,
    preview: fillTemplate(words, sample).split('\n'),
    own: hasOwn(wordings, occasion, cause),
    problem: came?.problem ?? null,
  }
}

function historyOf({ at, byName, cause, words }: Wordings[number]) {
  return {
    when: formatInstant(at),
    by: byName,
    cause: cause === '' ? text('replies.allCauses') : causeLabel(cause),
    words: words ?? text('replies.ownAgain'),
  }
}

function sampleValues(): ReplyValues {
  return Object.fromEntries(REPLY_PLACEHOLDERS.map(({ value }) => [value, text(`replies.sample.${value}`)]))
}
