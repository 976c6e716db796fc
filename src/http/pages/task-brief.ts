import { localDateOf } from '../../calendar/index.js'
import { causeLabel } from '../../casework/cause.js'
import { labelOf } from '../../casework/choice.js'
import { CONFIRMATIONS } from '../../casework/confirmation.js'
import { GUIDE_MATCH, GUIDE_READ } from '../../casework/guide.js'
import { CALL_RESULTS, deriveContact } from '../../casework/phone-call.js'
import { text } from '../../catalogue/index.js'
import type { CasePage, TaskPage } from '../../runtime/index.js'
import { earlierModel, type EarlierModel } from './earlier-rectification.js'
import { rectificationBrief, type RectificationBrief } from './rectification-brief.js'
import { saidTo } from './said-to.js'

/** What stands above the fields of a form that is more than fields: its own partial shows it. */
export interface TaskBrief {
  readonly phone: PhoneBrief | null
  readonly rectification: RectificationBrief | null
  /** why the last rectification came back */
  readonly returned: string | null
  readonly rows: readonly BriefRow[]
  /** before a verdict: what was put right of the same problem */
  readonly suspected: EarlierModel | null
}

interface BriefRow {
  readonly label: string
  readonly value: string
}

interface PhoneBrief {
  readonly contact: { readonly name: string; readonly number: string; readonly dial: string } | null
  readonly calls: readonly { readonly at: string; readonly result: string; readonly said: string | null }[]
  readonly standing: string
  readonly words: readonly string[]
}

export function taskBrief(page: TaskPage, officeName: string): TaskBrief {
  const { form, facts } = page
  const caseOf = page.case
  const last = caseOf?.rectifications.at(-1) ?? null
  return {
    phone: form.key === 'phone-reply' && caseOf ? phoneBrief(page, caseOf, officeName) : null,
    rectification:
      form.key === 'verification' && caseOf && last ? rectificationBrief(last, departmentsOf(page)) : null,
    returned: form.key === 'rectification' ? (last?.returnedReason ?? null) : null,
    rows: rowsOf(page, caseOf),
    suspected:
      form.key === 'verdict' && facts.recurrence === 'suspected' && caseOf ? earlierModel(caseOf) : null,
  }
}

function rowsOf(page: TaskPage, caseOf: CasePage | null): readonly BriefRow[] {
  const { form } = page
  if (caseOf === null) return []
  switch (form.key) {
    case 'confirmation':
      return causeRows(page)
    case 'rectification':
      return causeRows(page).filter(({ label }) => label !== text('task.brief.departments'))
    case 'verdict':
      return [...causeRows(page), ...confirmationRows(caseOf), ...guideRows(caseOf)]
    default:
      return []
  }
}

function causeRows({ facts, ...page }: TaskPage): readonly BriefRow[] {
  const said = (name: string) => (typeof facts[name] === 'string' && facts[name] !== '' ? facts[name] : null)
  const names = departmentsOf(page)
  const departments = Array.isArray(facts.departments)
    ? facts.departments.map((id: unknown) => names.get(Number(id)) ?? '').join('、')
    : ''
  const [cause, secondary] = [said('cause'), said('causeSecondary')]
  return [
    row('cause', cause && causeLabel(cause)),
    row('causeSecondary', secondary && causeLabel(secondary)),
    row('causeText', said('causeText')),
    row('departments', departments),
  ].flat()
}

/** What the departments said in the last round. */
function confirmationRows({ confirmations }: CasePage): readonly BriefRow[] {
  const round = Math.max(0, ...confirmations.map(one => one.round))
  return confirmations
    .filter(one => one.round === round)
    .map(({ departmentName, confirmation, reason }) => {
      const said =
        confirmation === null ? text('task.brief.confirmation.waiting') : labelOf(CONFIRMATIONS, confirmation)
      return { label: departmentName, value: reason ? `${said}：${reason}` : said }
    })
}

function guideRows({ detail }: CasePage): readonly BriefRow[] {
  const { guideRead, guideMatch } = detail
  return [
    row('guide', guideRead && labelOf(GUIDE_READ, guideRead)),
    row('match', guideMatch && labelOf(GUIDE_MATCH, guideMatch)),
  ].flat()
}

function row(name: string, value: string | null): readonly BriefRow[] {
  return value ? [{ label: text(`task.brief.${name}`), value }] : []
}

function phoneBrief(page: TaskPage, { calls }: CasePage, office: string): PhoneBrief {
  const { contact, facts } = page
  const since = typeof facts.causeConfirmedAt === 'string' ? facts.causeConfirmedAt : null
  return {
    contact: contact && { ...contact, dial: contact.number.replace(/[^\d+]/g, '') },
    calls: calls
      .filter(call => since === null || call.at >= since)
      .map(({ at, result, said: words }) => ({ at, result: labelOf(CALL_RESULTS, result), said: words })),
    standing: standing(page, since),
    words: (saidTo(page, office).callSaid ?? '').split('\n'),
  }
}

/** 已打2次，还须在另一天再打1次: where the rule of tries stands, and what is still to be done. */
function standing({ task, case: caseOf, contactRule: rule }: TaskPage, since: string | null): string {
  const calls = caseOf?.calls ?? []
  const counted = calls.filter(call => since === null || call.at >= since)
  if (counted.length === 0) return text('task.phone.none', { ...rule })
  const days = new Set(counted.map(call => localDateOf(call.at)))
  const so = text('task.phone.tries', { tries: counted.length, days: days.size })
  if (task.closedAt !== null && deriveContact(calls, since, rule).contactFailed)
    return so + text('task.phone.enough', { ...rule })
  const otherDays = Math.max(0, rule.days - days.size)
  const left = Math.max(1, otherDays, rule.tries - counted.length)
  if (otherDays === 0) return so + text('task.phone.left', { count: left })
  const sameDay = caseOf !== null && days.has(localDateOf(caseOf.now))
  return (
    so +
    text(left === 1 && sameDay ? 'task.phone.leftOtherDay' : 'task.phone.leftOneOtherDay', {
      count: left,
      days: otherDays,
    })
  )
}

function departmentsOf({ departments }: Pick<TaskPage, 'departments'>): ReadonlyMap<number, string> {
  return new Map(departments.map(({ id, name }) => [id, name]))
}
