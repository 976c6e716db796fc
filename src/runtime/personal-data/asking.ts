import type { Actor } from '../../casework/actor.js'
import { isOneOf } from '../../casework/choice.js'
import { readCorrection, type CorrectedField, type Correction } from '../../casework/correction.js'
import { cleanText, lengthOf } from '../../casework/plain-text.js'
import {
  PRIVACY_CHANNELS,
  PRIVACY_REQUESTS,
  type PrivacyChannel,
  type PrivacyRequestKind,
} from '../../casework/privacy-request.js'
import { InvalidAnswersProblem, NothingToDoProblem } from '../../casework/problem.js'
import { localDateOf, project, type LocalDate } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { Instant } from '../../clock.js'
import type { StoredCase, Unit } from '../../store/index.js'
import { caseEntry } from '../case-entry.js'
import { byNumber } from '../cases.js'
import { command } from '../command.js'
import { notify } from '../notices.js'
import { officeSetting } from '../office-settings.js'
import type { Parts } from '../parts.js'
import { knownPerson } from './sight.js'

/** The longest words beside a request. */
export const longestPrivacyWords = 500

/** A request as it was typed. */
export interface PrivacyAsked extends Readonly<Partial<Record<CorrectedField, string>>> {
  readonly kind: string
  readonly words: string
}

/**
 * The citizen of a case asks something about their own data (PIPL art. 44–47). The officers are told, and the day of
 * the answer is fixed now, by the calendar and the setting of today.
 * @throws InvalidAnswersProblem; the problems of {@link knownPerson} for who writes it down for them
 */
export function askAboutOwnData(
  parts: Parts,
  {
    number,
    asked,
    by,
    knows = by !== null,
  }: {
    readonly number: string
    readonly asked: PrivacyAsked
    /** who writes it down for them, and how it came; null when the citizen asks on the page of the case */
    readonly by: { readonly actor: Actor; readonly channel: string } | null
    /** whether they have shown that they know what is kept; who has not learns nothing of it by asking */
    readonly knows?: boolean
  },
): Promise<void> {
  return command(parts, async (unit, now) => {
    const row = by
      ? await knownPerson(unit, by.actor, { number, right: 'privacy.record' })
      : await byNumber(unit, number)
    const channel = by ? channelOf(by.channel) : 'web'
    const request = await readRequest(unit, row, asked, knows)
    const dueOn = await answerDay(parts, unit, now)
    const { kind, words, correction } = request
    const askedBy = by?.actor.accountId ?? null
    await unit.privacyRequests.ask([
      { caseId: row.id, kind, channel, words, ...correction, askedAt: now, askedBy, dueOn },
    ])
    const mover = { at: now, by: askedBy, byName: by?.actor.name ?? text('runtime.citizen') }
    await unit.history.append([caseEntry(row, mover, 'privacy.asked', { kind, channel, dueOn })])
    await notify(unit, [
      {
        ...{ kind: `privacy.asked.${kind}`, to: { role: 'officer' }, at: now, caseId: row.id },
        ...{ fromId: askedBy, words: { day: dueOn } },
      },
    ])
  })
}

const nothing: Correction = { reporterName: null, agentName: null, contact: null }

async function readRequest(
  unit: Unit,
  row: StoredCase,
  asked: PrivacyAsked,
  knows: boolean,
): Promise<{ kind: PrivacyRequestKind; words: string; correction: Correction }> {
  const { kind } = asked
  if (!isOneOf(PRIVACY_REQUESTS, kind))
    throw new InvalidAnswersProblem({ kind: text('runtime.privacy.kind') })
  const open = (await unit.privacyRequests.ofCase(row.id)).find(
    one => one.kind === kind && one.decidedAt === null,
  )
  if (open) throw new InvalidAnswersProblem({ kind: text('runtime.privacy.already') })
  if (kind === 'restrict' && row.restrictedAt !== null)
    throw new NothingToDoProblem(row.number, text('runtime.privacy.restrict'))
  const words = cleanText(asked.words)
  const length = lengthOf(words)
  const correction =
    kind === 'correct' ? readCorrection(asked, knows ? row : null) : { ok: true as const, value: nothing }
  const errors = {
    ...(correction.ok ? {} : correction.errors),
    ...(words === '' && kind !== 'correct' && { words: text('runtime.privacy.words') }),
    ...(length > longestPrivacyWords && {
      words: text('runtime.words.long', { length, limit: longestPrivacyWords }),
    }),
  }
  if (!correction.ok || Object.keys(errors).length > 0) throw new InvalidAnswersProblem(errors)
  return { kind, words, correction: correction.value }
}

function channelOf(typed: string): PrivacyChannel {
  if (typed !== 'web' && isOneOf(PRIVACY_CHANNELS, typed)) return typed
  throw new InvalidAnswersProblem({ channel: text('runtime.privacy.channel') })
}

/** The day by which what is asked now is answered: so many working days, today not counted. */
export async function answerDay(
  { calendars }: Pick<Parts, 'calendars'>,
  unit: Unit,
  now: Instant,
): Promise<LocalDate> {
  const workingDays = await officeSetting(unit, 'privacyReplyDays')
  const terms = { startOn: localDateOf(now), budget: { workingDays } }
  return project(await calendars.current(unit), terms).dueOn
}
