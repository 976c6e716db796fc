import type { Actor } from '../../casework/actor.js'
import { CAUSE_GROUPS, CAUSES, causeLabel } from '../../casework/cause.js'
import { CHANNELS } from '../../casework/channel.js'
import type { Choice } from '../../casework/choice.js'
import { FAILED_STAGES } from '../../casework/failed-stage.js'
import { OUTCOMES } from '../../casework/outcome.js'
import { RECURRENCES } from '../../casework/recurrence.js'
import { SATISFACTION_GRADES } from '../../casework/satisfaction.js'
import { VERDICTS } from '../../casework/verdict.js'
import { text } from '../../catalogue/index.js'
import type { LedgerNames } from '../../runtime/index.js'
import { GROUPINGS, STANDINGS, type LedgerQuery } from '../forms/ledger-query.js'
import { paths } from '../paths.js'

/** A field of the filters: a list to choose from, or a day. */
export interface FilterField {
  readonly name: string
  readonly label: string
  /** null for a day */
  readonly options: readonly FilterOption[] | null
  readonly groups: readonly { readonly label: string; readonly options: readonly FilterOption[] }[] | null
  readonly value: string
}

interface FilterOption {
  readonly value: string
  readonly label: string
  readonly chosen: boolean
}

/** The form above the ledger: what is mostly asked in sight, the rest behind one click. */
export interface LedgerFiltersModel {
  readonly words: string
  readonly main: readonly FilterField[]
  readonly more: readonly FilterField[]
  /** something behind that click is asked */
  readonly open: boolean
  readonly group: FilterField
  /** what the form keeps without showing it */
  readonly kept: readonly { readonly name: string; readonly value: string }[]
  readonly clear: string | null
}

export function ledgerFilters(
  actor: Actor,
  query: LedgerQuery,
  names: LedgerNames,
  filtered: boolean,
): LedgerFiltersModel {
  const select = (name: keyof LedgerQuery, label: string, choices: readonly Choice[]): FilterField => ({
    name,
    label: text(`cases.filter.${label}`),
    value: '',
    groups: null,
    options: choices.map(choice => ({ ...choice, chosen: choice.value === String(query[name]) })),
  })
  const day = (
    name: 'from' | 'to' | 'due' | 'dueFrom' | 'dueTo' | 'closedFrom' | 'closedTo',
  ): FilterField => ({
    name,
    label: text(`cases.filter.${name}`),
    value: query[name] ?? '',
    options: null,
    groups: null,
  })
  const orNone = (choices: readonly Choice[]) => [
    ...choices,
    { value: 'none', label: text('cases.filter.none') },
  ]
  const main = [
    select('status', 'status', labelled(['open', 'closed'], 'cases.status')),
    ...(actor.role === 'liaison' ? [] : [select('department', 'department', ofNames(names.departments))]),
    ...(actor.role === 'clerk' ? [] : [select('place', 'place', ofNames(names.places))]),
    select('verdict', 'verdict', orNone(VERDICTS)),
    causes(query),
    day('from'),
    day('to'),
  ]
  const more = [
    select('card', 'card', labelled(['red', 'yellow'], 'watch.tile')),
    day('due'),
    day('dueFrom'),
    day('dueTo'),
    select('onTime', 'onTime', labelled(STANDINGS, 'cases.standing')),
    day('closedFrom'),
    day('closedTo'),
    select('outcome', 'outcome', orNone(OUTCOMES)),
    select(
      'satisfaction',
      'satisfaction',
      orNone(SATISFACTION_GRADES.map(({ grade, label }) => ({ value: String(grade), label }))),
    ),
    select('recurrence', 'recurrence', RECURRENCES),
    select('barrier', 'barrier', labelled(['yes', 'no'], 'cases.barrier')),
    select('channel', 'channel', CHANNELS),
    select('stage', 'stage', orNone(FAILED_STAGES)),
    select('window', 'window', orNone(windowsOf(actor, names))),
    select('lead', 'lead', orNone(ofNames(names.departments))),
  ]
  return {
    words: query.words,
    main,
    more,
    open: more.some(field => query[field.name as keyof LedgerQuery] !== null),
    group: select('group', 'group', labelled(GROUPINGS, 'cases.group')),
    kept: keptOf(query),
    clear: filtered ? paths.cases : null,
  }
}

/** Windows by the name of their place: 06号窗口 is in many. */
function windowsOf(actor: Actor, { places, windows }: LedgerNames): readonly Choice[] {
  const named = new Map(places.map(({ id, name }) => [id, name]))
  return windows
    .filter(({ placeId }) => actor.role !== 'clerk' || placeId === actor.placeId)
    .map(({ id, name, placeId }) => ({
      value: String(id),
      label: actor.role === 'clerk' ? name : `${named.get(placeId) ?? ''} · ${name}`,
    }))
}

function causes({ cause }: LedgerQuery): FilterField {
  const option = (value: string, label: string): FilterOption => ({ value, label, chosen: value === cause })
  return {
    name: 'cause',
    label: text('cases.filter.cause'),
    value: '',
    options: [option('none', text('cases.filter.none'))],
    groups: CAUSE_GROUPS.map(({ group, label }) => ({
      label: `${group} ${label}`,
      options: [
        option(group, text('cases.filter.causeGroup', { group, label })),
        ...CAUSES.filter(one => one.group === group).map(({ code }) => option(code, causeLabel(code))),
      ],
    })),
  }
}

function keptOf(query: LedgerQuery): LedgerFiltersModel['kept'] {
  const { item, called, flow, step, flowFrom, flowTo, columns } = query
  const kept = { item, called, flow, step, flowFrom, flowTo, columns: columns?.join('.') ?? null }
  return Object.entries(kept).flatMap(([name, value]) =>
    value === null ? [] : { name, value: String(value) },
  )
}

function labelled(values: readonly string[], words: string): readonly Choice[] {
  return values.map(value => ({ value, label: text(`${words}.${value}`) }))
}

function ofNames(all: readonly { readonly id: number; readonly name: string }[]): readonly Choice[] {
  return all.map(({ id, name }) => ({ value: String(id), label: name }))
}
