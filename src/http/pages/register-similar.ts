import { formatDate } from '../../calendar/index.js'
import { excerptOf } from '../../casework/excerpt.js'
import { text } from '../../catalogue/index.js'
import type { Similar, SimilarCase } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'

declare module '../render.js' {
  interface Pages {
    'register/similar': SimilarModel
  }
}

/** What is known already of what is being typed: a part of the register's form, and by itself what its script fetches. */
export interface SimilarModel {
  /** why nothing is listed; null when something is */
  readonly nothing: string | null
  readonly visits: string | null
  readonly recurrence: { readonly words: string; readonly href: string | null } | null
  readonly groups: readonly SimilarGroup[]
  /** whether 都不是 is chosen */
  readonly alone: boolean
}

interface SimilarGroup {
  readonly title: string
  readonly help: string
  readonly cases: readonly {
    readonly href: string
    readonly number: string
    readonly item: string
    readonly note: string
    readonly excerpt: string
    readonly choice: { readonly value: string; readonly label: string; readonly chosen: boolean }
  }[]
}

/** @param similar null before anybody has looked @param chosen what was chosen before */
export function similarModel(similar: Similar | null, chosen = ''): SimilarModel {
  if (similar === null)
    return {
      nothing: text('register.similar.waiting'),
      visits: null,
      recurrence: null,
      groups: [],
      alone: true,
    }
  const { samePerson, others, visits, recurrenceOf } = similar
  const groups = [group('person', samePerson, chosen), group('others', others, chosen)].filter(
    ({ cases }) => cases.length > 0,
  )
  const taken = groups.some(({ cases }) => cases.some(({ choice }) => choice.chosen))
  return {
    nothing: groups.length > 0 || recurrenceOf !== null ? null : text('register.similar.none'),
    visits: visits > 0 ? text('register.similar.visits', { count: visits }) : null,
    recurrence: recurrenceOf && {
      words: text(
        recurrenceOf.seen ? 'register.similar.recurrence' : 'register.similar.recurrence.elsewhere',
        recurrenceOf,
      ),
      href: recurrenceOf.seen ? pathTo(paths.case, recurrenceOf) : null,
    },
    groups,
    alone: !taken,
  }
}

function group(name: 'person' | 'others', cases: readonly SimilarCase[], chosen: string): SimilarGroup {
  return {
    title: text(`register.similar.${name}`),
    help: text(`register.similar.${name}.help`),
    cases: cases.map(one => {
      // what goes into an ended case would be done by nobody: it can only be looked at beside this one
      const act = name === 'person' && one.open ? 'merge' : 'link'
      const value = `${act} ${one.number}`
      return {
        href: pathTo(paths.case, one),
        number: one.number,
        item: one.itemName,
        note: noteOf(one),
        excerpt: excerptOf(one.description, [], { around: 0, length: 60 })
          .map(part => part.text)
          .join(''),
        choice: { value, label: text(`register.similar.${act}`), chosen: value === chosen },
      }
    }),
  }
}

function noteOf({ open, registeredOn, likeness }: SimilarCase): string {
  const percent = Math.round(likeness * 100)
  return [
    text(`register.similar.${open ? 'open' : 'closed'}`),
    text('search.registered', { day: formatDate(registeredOn) }),
    ...(percent >= 10 ? [text('register.similar.likeness', { percent })] : []),
  ].join(' · ')
}
