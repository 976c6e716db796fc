import { z } from 'zod'
import { CalendarError } from '../../calendar/index.js'
import { Problem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import { HttpError } from '../http-error.js'

/** An error as people are told of it. */
export interface Fault {
  readonly status: number
  readonly title: string
  readonly advice: string
}

/** The status of each problem of casework by its code; a problem not in the table is a conflict with how things stand. */
export const problemStatus: Readonly<Record<string, number>> = {
  notFound: 404,
  notAllowed: 403,
  signInRequired: 401,
  wrongCredentials: 401,
  unifiedSignIn: 401,
  wrongLookup: 404,
  tooManyAttempts: 429,
  stalePage: 409,
  taskAlreadyClosed: 409,
  taskClaimedByOther: 409,
  invalidAnswers: 422,
  caseClosed: 409,
  restricted: 409,
  caseErased: 409,
  notErasable: 409,
  calendarNotPublished: 409,
  calendarMovedOn: 409,
  calendarRefused: 422,
  unknownRole: 422,
  definitionRefused: 422,
  differentPersonRequired: 403,
  complainedAbout: 403,
  subjectMissing: 409,
  cannotMerge: 409,
  cannotReturn: 409,
  confirmationMissing: 409,
  preventionMissing: 422,
  guideDidNotName: 422,
  tooLarge: 413,
  noLiaison: 409,
  nothingToDo: 409,
  stepFailed: 500,
  sealKeyMissing: 500,
  sealBroken: 500,
  contactKeysUnreadable: 500,
  contactKeysLine: 500,
  reportFrozen: 409,
  unknownSetting: 500,
  weakSecret: 500,
  draftChanged: 409,
  draftFrozen: 409,
  diagramUnreadable: 422,
  otherProcess: 422,
  fourEyes: 403,
  oneAdministrator: 409,
  trialGone: 404,
  trialMovedOn: 409,
  trialTooLong: 409,
  trialTooMuch: 409,
  trialNotForCases: 422,
}

/** Problems whose title is their own; the rest share one for their status. */
const byStatus: Readonly<Record<number, string>> = {
  401: 'signedOut',
  403: 'notAllowed',
  404: 'notFound',
  409: 'conflict',
  413: 'tooLarge',
  422: 'wrongInput',
  429: 'tooOften',
}

/** What Express and its body parser throw: a status they chose, and a word for why. */
const expressError = z.object({ status: z.number().int().min(400).max(499), type: z.string().optional() })

/** What to tell of this error; of what was not foreseen, only that it happened. */
export function faultOf(error: unknown): Fault {
  if (error instanceof HttpError) return told(error.status, error.kind)
  if (error instanceof Problem) {
    const status = problemStatus[error.code] ?? 409
    return { status, title: text(`error.${byStatus[status] ?? 'unexpected'}.title`), advice: error.message }
  }
  if (error instanceof CalendarError)
    return {
      status: 422,
      title: text('error.wrongInput.title'),
      advice: text(`problem.${error.code}`, error.details),
    }
  const express = expressError.safeParse(error)
  if (!express.success) return told(500, 'unexpected')
  const { status, type } = express.data
  if (type === 'parameters.too.many') return told(413, 'tooLarge')
  return told(status, status === 404 || status === 413 ? (byStatus[status] ?? 'badRequest') : 'badRequest')
}

function told(status: number, kind: string): Fault {
  return { status, title: text(`error.${kind}.title`), advice: text(`error.${kind}.advice`) }
}
