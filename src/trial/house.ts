import { handClock } from '../clock.js'
import type { HandClock, Instant } from '../clock.js'
import type { FieldError } from '../casework/intake.js'
import { text } from '../catalogue/index.js'
import { readCast, someone, type Cast } from '../play/cast.js'
import { deploy, openFleetingParts, registerCase, type Learnt, type Parts } from '../runtime/index.js'
import { asProblem } from './failure.js'
import { furnish, type CopiedIds, type OfficeCopy } from './copy-office.js'

/** What a trial begins with; from it and the steps taken since, everything can be played again. */
export interface Beginning {
  readonly office: OfficeCopy
  /** The diagram that is tried. */
  readonly xml: string
  /** When the case is reported. */
  readonly at: Instant
  /** The form of the report, filled in with the office's own departments and places. */
  readonly body: Readonly<Record<string, unknown>>
}

/** An office of its own with one case in it: a database in memory, a clock turned by hand, people without names. */
export interface House {
  readonly parts: Parts
  readonly clock: HandClock
  readonly cast: Cast
  readonly number: string
}

/** The house with its case, or what is wrong with the report. */
export type Opened =
  | { readonly ok: true; readonly house: House }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/**
 * Opens a house for a trial, deploys the diagram in it and reports the case.
 * @throws DefinitionRefusedProblem when the diagram has errors, StepFailedProblem when not even its first step can be done
 */
export async function openHouse({ office, xml, at, body }: Beginning, learnt: Learnt): Promise<Opened> {
  const clock = handClock(at)
  const parts = await openFleetingParts(clock, learnt)
  try {
    const ids = await furnish(parts, office)
    await deploy(parts, { xml, reason: text('trial.deployed'), by: null })
    const cast = await readCast(parts)
    const report = translated(body, ids)
    const clerk = someone(cast, 'clerk', Number(report.place))
    const registered = await registerCase(parts, {
      channel: clerk === null ? 'qr' : 'window', // where no clerk sits, the citizen does it
      submissionId: 'trial',
      registrar: clerk,
      body: report,
    })
    if (registered.ok) return { ok: true, house: { parts, clock, cast, number: registered.number } }
    await parts.store.close()
    return registered
  } catch (error) {
    await parts.store.close()
    throw asProblem(error, '')
  }
}

/** The form with the copy's ids in the place of the office's. */
function translated(body: Beginning['body'], ids: CopiedIds): Readonly<Record<string, unknown>> {
  const of = (map: ReadonlyMap<number, number>, value: unknown) => map.get(Number(value)) ?? value
  return {
    ...body,
    place: of(ids.places, body.place),
    window: of(ids.windows, body.window),
    department: of(ids.departments, body.department),
  }
}
