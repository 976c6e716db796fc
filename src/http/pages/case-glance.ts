import { causeLabel } from '../../casework/cause.js'
import { APPLIED_CHANNELS, CHANNELS } from '../../casework/channel.js'
import { labelOf, type Choice } from '../../casework/choice.js'
import { FAILED_STAGES } from '../../casework/failed-stage.js'
import { GUIDE_MATCH, GUIDE_READ } from '../../casework/guide.js'
import { OUTCOMES } from '../../casework/outcome.js'
import { REPORTER_KINDS } from '../../casework/reporter-kind.js'
import { satisfactionLabel } from '../../casework/satisfaction.js'
import { verdictLabel } from '../../casework/verdict.js'
import { text } from '../../catalogue/index.js'
import type { Actor } from '../../casework/actor.js'
import type { CasePage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import type { GlanceRow } from './parts.js'

type Detail = CasePage['detail']

/** What the citizen reported: the rows of 案情一览. */
export function intakeRows(
  { detail, reachable }: Pick<CasePage, 'detail' | 'reachable'>,
  actor: Actor,
): readonly GlanceRow[] {
  const reveal = mayReveal(actor) && reachable ? pathTo(paths.caseContact, { number: detail.number }) : null
  return [
    row('item', detail.itemName),
    row('department', detail.departmentName ?? text('case.department.unknown')),
    row('place', [detail.placeName, detail.windowName].filter(Boolean).join(' · ')),
    { ...row('reporter', null), masked: { value: reporterOf(detail), reveal: null } },
    { ...row('contact', null), masked: { value: detail.contact, reveal } },
    row('stage', stageOf(detail)),
    row('channel', channelOf(detail)),
    row('guide', guideOf(detail)),
    ...(detail.aboutOffice ? [row('aboutOffice', text('runtime.yes'))] : []),
    ...(detail.subjectAccountName === null ? [] : [row('subject', detail.subjectAccountName)]),
    row('registered', detail.registrarName ?? text('case.byCitizen')),
  ]
}

/** What became of it so far. */
export function resultRows(detail: Detail): readonly GlanceRow[] {
  const { cause, verdict, outcome, satisfaction } = detail
  return [
    ...(cause === null ? [] : [row('cause', causeLabel(cause))]),
    ...(verdict === null ? [] : [row('verdict', verdictLabel(verdict))]),
    ...(detail.hiddenBarrier ? [row('hiddenBarrier', text('runtime.yes'))] : []),
    ...(outcome === null ? [] : [row('outcome', labelOf(OUTCOMES, outcome))]),
    ...(satisfaction === null ? [] : [row('satisfaction', satisfactionLabel(satisfaction))]),
  ]
}

/** Roles whose work may need to reach the citizen; the use case has the last word. */
function mayReveal({ role }: Actor): boolean {
  return role === 'clerk' || role === 'officer' || role === 'supervisor'
}

function row(name: string, value: string | null): GlanceRow {
  return { label: text(`case.glance.${name}`), value, href: null, masked: null }
}

function reporterOf({ reporterName, reporterKind, agentName }: Detail): string {
  const kind = labelOf(REPORTER_KINDS, reporterKind)
  const name = reporterName === '' ? text('case.anonymous') : reporterName
  return agentName
    ? text('case.reporter.agent', { name, kind, agent: agentName })
    : text('case.reporter', { name, kind })
}

/** At which stage it failed, and how often the citizen came. */
export function stageOf({ failedStage, visits }: Detail): string | null {
  const stage = word(FAILED_STAGES, failedStage)
  const came = visits === null ? null : text('case.visits', { count: visits })
  return [stage, came].filter(one => one !== null).join('，') || null
}

function channelOf({ channel, appliedChannel }: Detail): string {
  const reported = labelOf(CHANNELS, channel)
  return appliedChannel === null
    ? reported
    : text('case.channel', { reported, applied: labelOf(APPLIED_CHANNELS, appliedChannel) })
}

function guideOf({ guideRead, guideMatch }: Detail): string | null {
  const match =
    guideMatch === null ? null : text('case.guideMatch', { match: labelOf(GUIDE_MATCH, guideMatch) })
  return [word(GUIDE_READ, guideRead), match].filter(one => one !== null).join('；') || null
}

function word(choices: readonly Choice[], value: string | null): string | null {
  return value === null ? null : labelOf(choices, value)
}
