import { formatDate, localDateOf } from '../../calendar/index.js'
import { text } from '../../catalogue/index.js'
import type { CasePage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'

/** 暂不清除 on the page of a case: what stands, and the form that says or takes it back. */
export interface HoldModel {
  readonly standing: string | null
  readonly action: string
  readonly label: string
  readonly submit: string
  readonly typed: string
  readonly problem: string | null
}

/** What was typed into it, when it came back. */
export interface ReturnedHold {
  readonly typed: string
  readonly problem: string
}

export function holdModel(
  { detail: { number }, hold, mayHold }: Pick<CasePage, 'detail' | 'hold' | 'mayHold'>,
  returned: ReturnedHold | undefined,
): HoldModel | null {
  if (!mayHold) return null
  const back = { typed: returned?.typed ?? '', problem: returned?.problem ?? null }
  if (hold === null)
    return {
      ...back,
      standing: null,
      action: pathTo(paths.caseHold, { number }),
      label: text('retention.hold.reason'),
      submit: text('retention.hold.submit'),
    }
  return {
    ...back,
    standing: text('retention.hold.standing', {
      ...{ name: hold.byName, day: dayOf(hold.at), reason: hold.reason },
    }),
    action: pathTo(paths.caseHoldLift, { number }),
    label: text('retention.hold.lift.reason'),
    submit: text('retention.hold.lift'),
  }
}

/** The sentence in the place of what the citizen wrote; null while that is there. */
export function erasedWords({ erased }: Pick<CasePage, 'erased'>): string | null {
  if (erased === null) return null
  return text('retention.erased', { day: dayOf(erased.at), rule: text(`retention.rule.${erased.rule}`) })
}

function dayOf(instant: string): string {
  return formatDate(localDateOf(instant))
}
