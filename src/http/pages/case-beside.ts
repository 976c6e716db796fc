import { formatDate, formatInstant } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { text } from '../../catalogue/index.js'
import {
  longestAssistance,
  longestReopening,
  longestTalk,
  talkWays,
  type CasePage,
} from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'

/** One of the small forms beside a case that came back: what was typed, and what is wrong with it. */
export interface ReturnedBeside {
  readonly form: BesideForm
  readonly typed: (name: string) => string
  readonly problem: string
}

export type BesideForm = 'pair' | 'assist' | `answer-${number}` | 'talk' | 'subject' | 'reopen'

interface SmallForm {
  readonly action: string
  readonly problem: string | null
  /** it came back, so it stands open */
  readonly open: boolean
}

interface Option {
  readonly value: string
  readonly label: string
  readonly chosen: boolean
}

/** What may be done about a case beside its procedure, each a small form; null for who may not. */
export interface BesideModel {
  readonly pair:
    | (SmallForm & {
        readonly other: string
        readonly reason: string
        readonly mayMerge: boolean
        readonly samePerson: readonly { number: string; href: string; words: string; merge: boolean }[]
        readonly undo: readonly { number: string; action: string; words: string; label: string }[]
      })
    | null
  readonly assistance: {
    readonly rows: readonly AssistanceRow[]
    readonly ask:
      | (SmallForm & {
          readonly departments: readonly Option[]
          readonly request: string
          readonly limit: number
        })
      | null
  } | null
  readonly talk:
    | (SmallForm & {
        readonly whom: string
        readonly ways: readonly Option[]
        readonly words: string
        readonly limit: number
      })
    | null
  readonly subject: (SmallForm & { readonly people: readonly Option[]; readonly reason: string }) | null
  readonly reopen: (SmallForm & { readonly reason: string; readonly limit: number }) | null
}

interface AssistanceRow {
  readonly department: string
  readonly asked: string
  readonly request: string
  readonly answered: string | null
  readonly answer: string | null
  readonly form: (SmallForm & { readonly id: string; readonly words: string; readonly limit: number }) | null
}

export function besideModel(page: CasePage, actor: Actor, returned?: ReturnedBeside): BesideModel {
  const { beside, detail } = page
  const { number } = detail
  const of = (form: BesideForm, action: string) => {
    const own = returned?.form === form ? returned : null
    return { action, problem: own?.problem ?? null, open: own !== null, typed: own?.typed ?? (() => '') }
  }
  return {
    pair: beside.pairing && pairOf(page, of('pair', pathTo(paths.caseTogether, { number }))),
    assistance: assistanceOf(page, actor, of),
    talk: beside.mayTalk ? talkOf(of('talk', pathTo(paths.caseTalks, { number }))) : null,
    subject: beside.staff && subjectOf(beside.staff, of('subject', pathTo(paths.caseSubject, { number }))),
    reopen: beside.mayReopen ? reopenOf(of('reopen', pathTo(paths.caseReopen, { number }))) : null,
  }
}

type Form = SmallForm & { readonly typed: (name: string) => string }

function pairOf({ beside, links, detail }: CasePage, { typed, ...form }: Form): BesideModel['pair'] {
  const together = new Set(links.filter(({ kind }) => kind !== 'recurrence').map(({ number }) => number))
  const samePerson = beside.pairing?.samePerson.filter(({ number }) => !together.has(number)) ?? []
  const goesOn = detail.closedAt === null
  return {
    ...form,
    other: typed('other'),
    reason: typed('reason'),
    mayMerge: goesOn,
    samePerson: samePerson.map(({ number, itemName, registeredOn, open }) => ({
      number,
      href: pathTo(paths.case, { number }),
      words: text(open ? 'beside.samePerson.open' : 'beside.samePerson.closed', {
        item: itemName,
        day: formatDate(registeredOn),
      }),
      merge: goesOn && open,
    })),
    undo: links.flatMap(({ kind, number, caseId }) => {
      if (kind === 'recurrence' || (kind === 'merged' && caseId !== detail.id)) return []
      const act = kind === 'merged' ? 'unmerge' : 'unlink'
      return [
        { number, action: act, words: text(`beside.${act}.words`, { number }), label: text(`beside.${act}`) },
      ]
    }),
  }
}

function assistanceOf(
  { assistance, beside, detail }: CasePage,
  actor: Actor,
  of: (form: BesideForm, action: string) => Form,
): BesideModel['assistance'] {
  const { number } = detail
  const ask =
    beside.departments && askOf(beside.departments, of('assist', pathTo(paths.caseAssistance, { number })))
  if (assistance.length === 0 && ask === null) return null
  const rows = assistance.map(one => {
    const mine = beside.mayTalk && one.answeredAt === null && one.departmentId === actor.departmentId
    const { typed, ...form } = of(`answer-${one.id}`, pathTo(paths.assistanceAnswer, { number, id: one.id }))
    return {
      department: one.departmentName,
      asked: text('beside.assist.asked', { name: one.askedByName, when: formatInstant(one.askedAt) }),
      request: one.request,
      answered: one.answeredAt === null ? null : formatInstant(one.answeredAt),
      answer: one.answer,
      form: mine ? { ...form, id: String(one.id), words: typed('answer'), limit: longestAssistance } : null,
    }
  })
  return { rows, ask }
}

function askOf(departments: readonly { id: number; name: string }[], { typed, ...form }: Form) {
  return {
    ...form,
    departments: optionsOf(departments, typed('department')),
    request: typed('request'),
    limit: longestAssistance,
  }
}

function talkOf({ typed, ...form }: Form): BesideModel['talk'] {
  const ways = talkWays.map(one => ({ ...one, chosen: one.value === typed('how') }))
  return { ...form, whom: typed('with'), ways, words: typed('words'), limit: longestTalk }
}

function subjectOf(staff: readonly { id: number; name: string }[], { typed, ...form }: Form) {
  return { ...form, people: optionsOf(staff, typed('person')), reason: typed('reason') }
}

function reopenOf({ typed, ...form }: Form): BesideModel['reopen'] {
  return { ...form, reason: typed('reason'), limit: longestReopening }
}

function optionsOf(all: readonly { id: number; name: string }[], chosen: string): readonly Option[] {
  return all.map(({ id, name }) => ({ value: String(id), label: name, chosen: String(id) === chosen }))
}
