import { FACTS } from './fact-list.js'
import { factLabel, factOf } from './facts.js'
import { figureLabel } from './report/definitions.js'
import { PROMISES, type Promised } from './verdict.js'

/** The process that the notice is about; the others of the house are its own affair. */
const procedure = 'banbuchengshi'

/** 方案三（三）: its own two limits, in working days. */
export const NOTICE_DAYS: Readonly<Record<Promised, number>> = { phoneReply: 3, feedback: 10 }

/**
 * What the notice asks of the diagram by which cases are handled, whoever draws it: its limits (R15, R18), the order
 * of its steps (R13, R14, R16), and that its report can be computed (R20). The rules for diagrams are told of it.
 */
export const DEMANDS = [
  {
    process: procedure,
    limits: [
      // the tries and the letter belong to the reply as well as the answered call
      limit('phoneReply', ['callResult', 'noticeText', 'repliedAt']),
      // what is put right and checked is part of the ten days, not only the telling
      limit('feedback', ['rectificationElement', 'rectificationAccepted', 'feedbackText', 'feedbackAt']),
    ],
    orders: [
      {
        ...named('verdict'),
        where: 'chosenBy',
        first: [named('verdict')],
        remedy: '在此之前加一个必填“责任认定”的环节，或在逾期等路线上记录它',
        paragraph: '三(三)',
      },
      {
        ...named('verdict'),
        where: 'noted',
        first: [named('confirmation'), named('rulingReason')],
        remedy: '先由部门联络员必填“部门意见”，不采纳的由政管办必填“裁定理由”',
        paragraph: '三(二)',
      },
    ],
    figures: [
      // without these the notice’s own three sentences about results cannot be reported on
      ...figures(true, {
        cause: ['causes', 'guideProblems'],
        causeConfirmedAt: ['phoneReplyOnTime', 'feedbackOnTime'],
        verdict: ['phoneReplyOnTime', 'feedbackOnTime'],
        repliedAt: ['phoneReplyOnTime'],
        feedbackAt: ['feedbackOnTime'],
        outcome: ['solved'],
        prevention: ['rectificationsAccepted'],
      }),
      ...figures(false, {
        before: ['rectificationsAccepted'],
        after: ['rectificationsAccepted'],
        rectificationAccepted: ['rectificationsAccepted', 'recurrence'],
        recurrence: ['recurrence'],
        hiddenBarrier: ['hiddenBarriers'],
        followedUpAt: ['solved'],
        satisfaction: ['satisfaction'],
        visitedAt: ['satisfaction'],
        visitsAfter: ['visits'],
        materialsBefore: ['materials'],
        materialsAfter: ['materials'],
      }),
    ],
  },
] as const

/** The values of facts that are known when a case is registered, before any form of the diagram. */
export const GIVEN: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  FACTS.flatMap(({ key, from, choices }) =>
    from === 'case' && choices ? [[key, choices.map(({ value }) => value)]] : [],
  ),
)

function limit(promise: Promised, covers: readonly string[]) {
  return {
    promise,
    label: PROMISES.find(({ value }) => value === promise)?.label ?? promise,
    workingDays: NOTICE_DAYS[promise],
    from: named('causeConfirmedAt'),
    paragraph: '三(三)',
    covers: covers.map(named),
  }
}

function figures(essential: boolean, needs: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(needs).flatMap(([fact, keys]) =>
    keys.map(key => ({ ...named(fact), figure: figureLabel(key), essential, ...countable(fact) })),
  )
}

/** How a form asks for it so that the column of the figures takes the answer (`projectFacts`). */
function countable(fact: string) {
  const { type, choices } = factOf(fact) ?? {}
  if (type === 'choice')
    return { answer: { types: ['enum'], values: choices?.map(({ value }) => value) ?? [] } }
  if (type === 'number') return { answer: { types: ['long'] } }
  return type === 'boolean' || type === 'cause' ? { answer: { types: [type] } } : {}
}

function named(fact: string) {
  return { fact, label: factLabel(fact) }
}
