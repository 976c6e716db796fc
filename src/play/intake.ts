import { FAILED_STAGES } from '../casework/failed-stage.js'
import { GUIDE_MATCH, GUIDE_READ } from '../casework/guide.js'
import { recordConsultation, registerCase, type Parts } from '../runtime/index.js'
import { text } from '../catalogue/index.js'
import type { ScriptedCase } from './scripted-case.js'
import { someone, type Cast } from './cast.js'
import { mannersOf } from './manners.js'

/** What came of somebody’s coming to the window. */
export type Arrival =
  | { readonly kind: 'case'; readonly caseId: number; readonly number: string }
  | { readonly kind: 'consultation' }
  | { readonly kind: 'refused'; readonly reason: string }

/** Registers a case as the citizen or the clerk would; a plain question becomes a 咨询登记. */
export async function arrive(parts: Parts, cast: Cast, script: ScriptedCase): Promise<Arrival> {
  const placeId = cast.placeIds.get(script.place) ?? [...cast.placeIds.values()][0] ?? null
  const clerk = placeId === null ? null : someone(cast, 'clerk', placeId)
  if (script.fault === 'consultation') {
    const registrar = clerk ?? someone(cast, 'clerk')
    if (registrar === null) return { kind: 'refused', reason: text('demo.trouble.nobody', nobody) }
    const answer = text('demo.consultation.answer')
    await recordConsultation(parts, registrar, {
      question: script.description,
      answer,
      itemName: script.item,
    })
    return { kind: 'consultation' }
  }
  const registered = await registerCase(parts, {
    // where no clerk sits, the citizen does it
    channel: clerk === null ? 'qr' : 'window',
    submissionId: `script ${script.no}`,
    registrar: clerk,
    body: bodyOf(script, cast, placeId),
  })
  if (!registered.ok)
    return { kind: 'refused', reason: registered.errors.map(({ message }) => message).join(' ') }
  return { kind: 'case', caseId: registered.caseId, number: registered.number }
}

const nobody = { task: text('cli.simulate.event.consultation'), group: 'clerk' }

/** What stands on the form of a report when this case is reported. */
export function bodyOf(
  script: ScriptedCase,
  cast: Cast,
  placeId: number | null,
): Readonly<Record<string, string>> {
  const department = cast.departmentIds.get(script.departments[0] ?? '')
  const window = placeId === null ? null : cast.windowId(placeId, script.window)
  return {
    item: script.item,
    department: department === undefined ? 'unknown' : String(department),
    contact: script.contact === '' ? '10000000000' : script.contact,
    place: placeId === null ? '' : String(placeId),
    window: window === null ? 'unknown' : String(window),
    description: script.description,
    reporterKind: script.reporterKind,
    reporterName: script.reporterName,
    agentName: script.agentName,
    appliedChannel: script.appliedOnline ? 'online' : 'offline',
    failedStage: valueOf(FAILED_STAGES, script.failedStage),
    visits: script.visits === null ? '' : String(script.visits),
    guideRead: valueOf(GUIDE_READ, script.guideRead),
    guideMatch: valueOf(GUIDE_MATCH, script.guideMatch),
    aboutOffice: mannersOf(script).aboutOffice ? 'on' : '',
  }
}

/** The value of a word that people read; empty for one that the office does not use. */
function valueOf(
  choices: readonly { readonly value: string; readonly label: string }[],
  label: string,
): string {
  return choices.find(choice => choice.label === label)?.value ?? ''
}
