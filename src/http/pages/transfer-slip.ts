import { formatDate, formatInstant, localDateOf } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { causeLabel } from '../../casework/cause.js'
import { labelOf } from '../../casework/choice.js'
import { CONFIRMATIONS } from '../../casework/confirmation.js'
import { hasRight } from '../../casework/rights.js'
import { verdictLabel } from '../../casework/verdict.js'
import { text } from '../../catalogue/index.js'
import type { CasePage } from '../../runtime/index.js'
import { paths, pathTo } from '../paths.js'
import { stageOf } from './case-glance.js'

declare module '../render.js' {
  interface Pages {
    'cases/transfer': TransferSlipModel
  }
}

/** 转办单, on one side of A4: what is put to which departments, by when they answer; they sign, and write if they like. */
export interface TransferSlipModel {
  readonly officeName: string
  readonly number: string
  readonly printed: string
  readonly item: string
  readonly registered: string
  readonly stage: string
  readonly description: string
  readonly found: string
  readonly limits: readonly string[]
  readonly departments: readonly TransferredTo[]
  readonly back: { readonly href: string; readonly label: string }
}

interface TransferredTo {
  readonly name: string
  readonly part: string
  /** what it said, and when; null while it has not: the lines are for the pen */
  readonly said: string | null
}

/** Where the slip of this case is; null before it was put to a department, and for who has no business with it. */
export function transferHref({ confirmations, detail }: CasePage, actor: Actor): string | null {
  const may = confirmations.length > 0 && detail.erasedAt === null && hasRight(actor, 'case.transfer')
  return may ? pathTo(paths.caseTransfer, { number: detail.number }) : null
}

export function transferSlip(page: CasePage, officeName: string): TransferSlipModel {
  const { detail, now } = page
  const { number, cause, verdict } = detail
  const found = [cause === null ? null : causeLabel(cause), verdict === null ? null : verdictLabel(verdict)]
  return {
    officeName,
    number,
    printed: formatDate(localDateOf(now)),
    item: detail.itemName,
    registered: formatDate(localDateOf(detail.registeredAt)),
    stage: stageOf(detail) ?? text('shell.none'),
    description: detail.description,
    found: found.filter(one => one !== null).join('；') || text('transfer.found.none'),
    limits: limitsOf(page),
    departments: departmentsOf(page),
    back: { href: pathTo(paths.case, { number }), label: text('register.sheet.back') },
  }
}

/** The limits that run: what the departments’ time is measured by. */
function limitsOf({ deadlines }: CasePage): readonly string[] {
  const running = deadlines.filter(({ closedAt, kind }) => closedAt === null && kind !== 'none')
  if (running.length === 0) return [text('transfer.limits.none')]
  return running.map(({ name, dueAt }) => text('transfer.limits.one', { name, when: formatInstant(dueAt) }))
}

/** Those of the last round: to whom it is put now. */
function departmentsOf({ confirmations }: CasePage): readonly TransferredTo[] {
  const last = Math.max(...confirmations.map(({ round }) => round))
  return confirmations
    .filter(({ round }) => round === last)
    .map(({ departmentName, part, confirmation, reason, confirmedAt }) => ({
      name: departmentName,
      part: text(`case.part.${part}`),
      said:
        confirmation === null
          ? null
          : [
              labelOf(CONFIRMATIONS, confirmation) + (reason ? `：${reason}` : ''),
              ...(confirmedAt === null ? [] : [`（${formatInstant(confirmedAt)}）`]),
            ].join(''),
    }))
}
