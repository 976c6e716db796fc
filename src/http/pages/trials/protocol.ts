import { formatInstant } from '../../../calendar/index.js'
import { text } from '../../../catalogue/index.js'
import type { Instant } from '../../../clock.js'
import type { Trial, TrialStanding } from '../../../trial/index.js'
import { deadlineCards } from '../case-deadlines.js'
import { factsInWords, type FactInWords } from './facts.js'
import { trialHistory } from './history.js'
import { triedName } from './parts.js'

/** The model of `admin/trial-protocol`: what was tried and what came of it, to be printed or kept. */
export interface ProtocolModel {
  readonly back: string
  readonly diagram: string
  readonly triedAt: string
  readonly by: string
  readonly item: string
  readonly description: string
  readonly startedAt: string
  readonly standsAt: string
  readonly lines: readonly {
    readonly at: string
    readonly what: string
    readonly who: string
    readonly note: string | null
    readonly facts: readonly FactInWords[]
  }[]
  readonly limits: readonly {
    readonly name: string
    readonly kind: string
    readonly due: string
    readonly state: string
  }[]
  readonly facts: readonly FactInWords[]
  readonly officeName: string
}

export function protocolModel(
  trial: Trial,
  standing: TrialStanding,
  { back, by, at, officeName }: { back: string; by: string; at: Instant; officeName: string },
): ProtocolModel {
  const { plan } = trial
  const { detail, ending } = standing.case
  const { current, past } = deadlineCards(standing.case)
  const open = standing.process.openTasks.map(({ name }) => name)
  return {
    back,
    diagram: triedName(plan),
    triedAt: formatInstant(at),
    by,
    item: detail.itemName,
    description: detail.description,
    startedAt: formatInstant(plan.at),
    standsAt:
      ending === null
        ? text('trial.protocol.open', {
            where: open.join('、') || text('trial.protocol.nobody'),
            when: formatInstant(standing.now),
          })
        : text('trial.protocol.ended', { ending, when: formatInstant(detail.closedAt ?? standing.now) }),
    lines: trialHistory(trial, standing).map(({ at: when, what, who, note, facts }) => ({
      at: when === null ? '' : formatInstant(when),
      what,
      who: who ?? '',
      note,
      facts,
    })),
    limits: [...current, ...past].map(({ name, kind, due, state }) => ({
      name,
      kind,
      due,
      state: state.label,
    })),
    facts: factsInWords(standing.facts, standing.departments),
    officeName,
  }
}
