import { text } from '../../catalogue/index.js'
import { causeLabel } from '../cause.js'
import { CHANNELS } from '../channel.js'
import { labelOf } from '../choice.js'
import { FAILED_STAGES } from '../failed-stage.js'
import { REPORTER_KINDS } from '../reporter-kind.js'
import { verdictLabel } from '../verdict.js'
import type { ReportCase } from './input.js'

/** By what the figures are broken down. */
export const DIMENSIONS = [
  'place',
  'channel',
  'reporterKind',
  'department',
  'failedStage',
  'verdict',
  'cause',
  'item',
] as const

export type Dimension = (typeof DIMENSIONS)[number]

/** The part that a case is in. */
export interface SplitValue {
  /** null where it is not known */
  readonly key: string | number | null
  readonly label: string
}

export function splitOf(dimension: Dimension, each: ReportCase): SplitValue {
  return valueOf[dimension](each)
}

const valueOf: Readonly<Record<Dimension, (each: ReportCase) => SplitValue>> = {
  place: each => ({ key: each.placeId, label: each.placeName }),
  channel: each => ({ key: each.channel, label: labelOf(CHANNELS, each.channel) }),
  reporterKind: each => ({ key: each.reporterKind, label: labelOf(REPORTER_KINDS, each.reporterKind) }),
  department: each => known(each.departmentId, () => each.departmentName ?? unknownLabel()),
  failedStage: each => known(each.failedStage, stage => labelOf(FAILED_STAGES, stage)),
  verdict: each => known(each.verdict, verdictLabel),
  cause: each => known(each.cause, causeLabel),
  item: each => ({ key: each.itemKey, label: each.itemName }),
}

function known<T extends string | number>(key: T | null, label: (key: T) => string): SplitValue {
  return key === null ? { key, label: unknownLabel() } : { key, label: label(key) }
}

function unknownLabel(): string {
  return text('figures.unknown')
}
