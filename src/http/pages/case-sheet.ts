import { formatDate, localDateOf } from '../../calendar/index.js'
import { APPLIED_CHANNELS } from '../../casework/channel.js'
import type { Choice } from '../../casework/choice.js'
import { FAILED_STAGES } from '../../casework/failed-stage.js'
import { GUIDE_MATCH, GUIDE_READ } from '../../casework/guide.js'
import { REPORTER_KINDS } from '../../casework/reporter-kind.js'
import { text } from '../../catalogue/index.js'
import type { CasePage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'

declare module '../render.js' {
  interface Pages {
    'register/sheet': CaseSheetModel
  }
}

/** 《“办不成事”情况说明表》 (the notice's annex), on one side of A4: for the pen, or filled in and to be signed. */
export interface CaseSheetModel {
  readonly officeName: string
  readonly number: string | null
  readonly date: string
  readonly item: string | null
  readonly department: string | null
  readonly place: string | null
  readonly applied: readonly Tick[]
  readonly failedStage: readonly Tick[]
  readonly visits: string
  readonly reporter: string | null
  readonly reporterKind: readonly Tick[]
  readonly agent: string | null
  readonly contact: string | null
  readonly guideRead: readonly Tick[]
  readonly guideMatch: readonly Tick[]
  readonly description: string | null
  readonly clerk: string | null
  readonly qrCode: string
  readonly qrWords: string
  readonly back: { readonly href: string; readonly label: string }
  /** where to post to see names and numbers whole; null when they are, or when there are none */
  readonly reveal: string | null
  readonly revealed: boolean
}

interface Tick {
  readonly label: string
  readonly ticked: boolean
}

interface Surroundings {
  readonly officeName: string
  readonly qrCode: string
}

/** The sheet for the pen. */
export function blankSheet(placeName: string | null, surroundings: Surroundings): CaseSheetModel {
  return {
    ...surroundings,
    number: null,
    date: text('register.sheet.dateBlank'),
    item: null,
    department: null,
    place: placeName,
    ...ticks({
      appliedChannel: null,
      failedStage: null,
      reporterKind: null,
      guideRead: null,
      guideMatch: null,
    }),
    visits: text('register.sheet.visitsBlank'),
    reporter: null,
    agent: null,
    contact: null,
    description: null,
    clerk: null,
    qrWords: text('register.sheet.qrReport'),
    back: { href: paths.register, label: text('register.sheet.backToRegister') },
    reveal: null,
    revealed: false,
  }
}

/** Who a case is about, as the runtime discloses it. */
export interface Disclosed {
  readonly name: string | null
  readonly agentName: string | null
  readonly contact: string
  readonly description: string
}

/** The sheet of a case; masked as the page of the case is, unless names and numbers were disclosed. */
export function filledSheet(
  { detail }: Pick<CasePage, 'detail'>,
  surroundings: Surroundings,
  disclosed: Disclosed | null,
): CaseSheetModel {
  const { number, visits } = detail
  return {
    ...surroundings,
    number,
    date: formatDate(localDateOf(detail.registeredAt)),
    item: detail.itemName,
    department: detail.departmentName ?? text('register.sheet.departmentUnknown'),
    place: [detail.placeName, detail.windowName ?? ''].join(' ').trim(),
    ...ticks(detail),
    visits:
      visits === null
        ? text('register.sheet.visitsBlank')
        : text('register.sheet.visitsCount', { count: visits }),
    reporter: disclosed ? disclosed.name : detail.reporterName,
    agent: disclosed ? disclosed.agentName : detail.agentName,
    contact: disclosed?.contact ?? detail.contact,
    description: disclosed?.description ?? detail.description,
    clerk: detail.registrarName,
    qrWords: text('register.sheet.qrTrack'),
    back: { href: pathTo(paths.case, { number }), label: text('register.sheet.back') },
    reveal: disclosed ? null : pathTo(paths.caseForm, { number }),
    revealed: disclosed !== null,
  }
}

type Ticked = Readonly<
  Record<'appliedChannel' | 'failedStage' | 'reporterKind' | 'guideRead' | 'guideMatch', string | null>
>

function ticks(answers: Ticked) {
  return {
    applied: among(APPLIED_CHANNELS, answers.appliedChannel),
    failedStage: among(FAILED_STAGES, answers.failedStage),
    reporterKind: among(REPORTER_KINDS, answers.reporterKind),
    guideRead: among(GUIDE_READ, answers.guideRead),
    guideMatch: among(GUIDE_MATCH, answers.guideMatch),
  }
}

function among(vocabulary: readonly Choice[], chosen: string | null): readonly Tick[] {
  return vocabulary.map(({ value, label }) => ({ label, ticked: value === chosen }))
}
