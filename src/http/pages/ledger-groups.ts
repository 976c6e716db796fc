import { formatDate } from '../../calendar/index.js'
import { CAUSE_GROUPS, causeLabel } from '../../casework/cause.js'
import { CHANNELS } from '../../casework/channel.js'
import { labelOf } from '../../casework/choice.js'
import { FAILED_STAGES } from '../../casework/failed-stage.js'
import { OUTCOMES } from '../../casework/outcome.js'
import { RECURRENCES } from '../../casework/recurrence.js'
import { satisfactionLabel, satisfactionOf } from '../../casework/satisfaction.js'
import { VERDICTS } from '../../casework/verdict.js'
import { text } from '../../catalogue/index.js'
import type { CaseGrouping, LedgerGroups, LedgerNames } from '../../runtime/index.js'
import { ledgerAddress, readLedgerQuery, type LedgerQuery } from '../forms/ledger-query.js'
import { paths } from '../paths.js'
import { ledger, type LedgerModel, type LedgerValue } from './ledger.js'

type Group = LedgerGroups['groups'][number]

/** The ledger counted group by group: each number leads to its cases, the last line adds up. */
export function groupTable(query: LedgerQuery, counted: LedgerGroups, names: LedgerNames): LedgerModel {
  const { by, groups, total, rest } = counted
  const open = groups.reduce((sum, group) => sum + group.open, 0)
  const number = (count: number, also: Partial<LedgerQuery>): LedgerValue =>
    count === 0 ? '0' : { text: numeral(count), href: rowsOf(query, also) }
  const lines = groups.map((group): LedgerValue[] => {
    const only = narrowedTo(by, group.key, query)
    return [
      labelOfGroup(by, group, names),
      number(group.count, only),
      number(group.open, { ...only, status: 'open' }),
      number(group.count - group.open, { ...only, status: 'closed' }),
      share(group.count, total),
    ]
  })
  const more = rest > 0 ? [[text('cases.groups.rest'), numeral(rest), '', '', share(rest, total)]] : []
  const sum: LedgerValue[] = [
    text('cases.groups.total'),
    number(total, {}),
    // of groups that are not shown it is not known
    rest > 0 ? '' : number(open, { status: 'open' }),
    rest > 0 ? '' : number(total - open, { status: 'closed' }),
    share(total, total),
  ]
  return ledger(
    text('cases.groups.caption', { by: text(`cases.group.${by}`) }),
    [
      { label: text(`cases.group.${by}`) },
      { label: text('cases.groups.count'), numeric: true },
      { label: text('cases.status.open'), numeric: true },
      { label: text('cases.status.closed'), numeric: true },
      { label: text('cases.groups.share'), numeric: true },
    ],
    [...lines, ...more, sum],
  )
}

/** Where a grouping is cut open: the filter that holds one group alone. A group can be narrowed twice, by status. */
const filterOf: Readonly<Record<Exclude<CaseGrouping, 'month'>, string>> = {
  place: 'place',
  window: 'window',
  channel: 'channel',
  department: 'lead',
  failedStage: 'stage',
  item: 'called',
  cause: 'cause',
  causeGroup: 'cause',
  verdict: 'verdict',
  standing: 'onTime',
  outcome: 'outcome',
  satisfaction: 'satisfaction',
  recurrence: 'recurrence',
  hiddenBarrier: 'barrier',
}

/** The part of the question that holds one group alone, read as an address would be. */
function narrowedTo(by: CaseGrouping, key: string | null, query: LedgerQuery): Partial<LedgerQuery> {
  if (by === 'month') {
    const first = `${key ?? ''}-01`
    const last = lastOfMonth(first)
    return {
      from: query.from !== null && query.from > first ? query.from : first,
      to: query.to !== null && query.to < last ? query.to : last,
    }
  }
  const name = filterOf[by]
  const value = by === 'hiddenBarrier' ? (key === '1' ? 'yes' : 'no') : (key ?? 'none')
  const read = readLedgerQuery({ [name]: value })
  return { [name]: read[name as keyof LedgerQuery] }
}

function lastOfMonth(first: string): string {
  const [year = 0, month = 0] = first.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

function rowsOf(query: LedgerQuery, also: Partial<LedgerQuery>): string {
  return ledgerAddress(paths.cases, { ...query, group: null, after: null, ...also })
}

function labelOfGroup(by: CaseGrouping, { key, name }: Group, names: LedgerNames): string {
  if (key === null) return text(by === 'department' ? 'case.department.unknown' : 'cases.filter.none')
  const named = (all: readonly { readonly id: number; readonly name: string }[]) =>
    all.find(one => String(one.id) === key)?.name ?? key
  switch (by) {
    case 'place':
      return named(names.places)
    case 'department':
      return named(names.departments)
    case 'window': {
      const window = names.windows.find(one => String(one.id) === key)
      const place = names.places.find(one => one.id === window?.placeId)
      return [place?.name, window?.name ?? key].filter(Boolean).join(' · ')
    }
    case 'channel':
      return labelOf(CHANNELS, key)
    case 'failedStage':
      return labelOf(FAILED_STAGES, key)
    case 'item':
      return name ?? key
    case 'cause':
      return causeLabel(key)
    case 'causeGroup':
      return `${key} ${CAUSE_GROUPS.find(one => one.group === key)?.label ?? ''}`
    case 'verdict':
      return labelOf(VERDICTS, key)
    case 'month':
      return formatDate(`${key}-01`).replace(/月.*/, '月')
    case 'standing':
      return text(`cases.standing.${key}`)
    case 'outcome':
      return labelOf(OUTCOMES, key)
    case 'satisfaction': {
      const grade = satisfactionOf(key)
      return grade === null ? key : satisfactionLabel(grade)
    }
    case 'recurrence':
      return labelOf(RECURRENCES, key)
    case 'hiddenBarrier':
      return text(`cases.barrier.${key === '1' ? 'yes' : 'no'}`)
  }
}

function share(count: number, total: number): string {
  return total === 0 ? text('shell.none') : `${Number(((count / total) * 100).toFixed(1))}%`
}

function numeral(count: number): string {
  return count.toLocaleString('zh-CN')
}
