import { factLabel } from '../../../casework/facts.js'
import { isRole, roleLabel } from '../../../casework/role.js'
import { hasText, text } from '../../../catalogue/index.js'
import type { DiagramComparison } from '../../../runtime/index.js'
import { conditionWords } from './condition-words.js'

type Change = DiagramComparison['changes'][number]
type Value = NonNullable<Change['before']>
import { durationWords, timeWords } from './time-words.js'

/** A value of the diagram as people say it: `timeDuration P2D workdays` → 2个工作日, `officer` → 政管办经办人. */
export function valueWords(
  aspect: Change['aspect'],
  value: Value,
  named: DiagramComparison['named'],
): string {
  const { text: said, name } = value
  if (name !== undefined) return name === '' ? said : text('compare.condition.quoted', { value: name })
  switch (aspect) {
    case 'limit':
      return limitWords(said)
    case 'limit.warn':
      return text('compare.limit.warn.value', { time: durationWords(said, 'days') })
    case 'limit.kind':
      return vocabulary('compare.limit', said)
    case 'limit.from':
      return text('compare.condition.quoted', { value: factLabel(said) })
    case 'limit.paragraph':
      return text('compare.limit.paragraph.value', { paragraph: said })
    case 'roles':
      return said
        .split(',')
        .map(role => roleWords(role.trim()))
        .join('、')
    case 'differentFrom':
      return said
        .split(/\s+/)
        .map(id => text('compare.condition.quoted', { value: named.get(id)?.name ?? id }))
        .join('、')
    case 'field.type':
      return fieldTypeWords(said)
    case 'condition':
    case 'field.showWhen':
    case 'each.until':
      return quoted(conditionWords(said))
    case 'each':
      return /^\d+$/.test(said)
        ? text('compare.each.count', { count: said })
        : text('compare.each.value', { collection: factLabel(said) })
    case 'each.sequential':
      return text(`compare.each.sequential.${said === 'true'}`)
    case 'type':
    case 'event':
      return kindWords(said)
    default:
      return quoted(said)
  }
}

/** In quotation marks; those within become the inner ones. */
function quoted(words: string): string {
  const value = words.replaceAll('“', '‘').replaceAll('”', '’')
  return text('compare.condition.quoted', { value })
}

/** Type, ISO 8601 value and calendar as the comparison gives them. */
function limitWords(said: string): string {
  const [type = '', value = '', calendar = ''] = said.split(' ')
  if (type !== 'timeDuration' && type !== 'timeDate' && type !== 'timeCycle') return value
  return timeWords({ type, value, calendar: calendar === 'workdays' ? 'workdays' : 'days' })
}

export function roleWords(role: string): string {
  return isRole(role) ? roleLabel(role) : role
}

export function fieldTypeWords(type: string): string {
  return vocabulary('compare.fieldType', type)
}

function vocabulary(area: string, word: string): string {
  return hasText(`${area}.${word}`) ? text(`${area}.${word}`) : word
}

/** What kind of element it is to people: a step, a branch, a limit. */
export function kindWords(type: string, event?: string): string {
  return text(`compare.kind.${kindOf(type, event)}`)
}

function kindOf(type: string, event: string | undefined): string {
  const bare = type.replace(/^\w+:/, '')
  if (bare === 'BoundaryEvent' && event === 'bpmn:TimerEventDefinition') return 'limit'
  if (/Event(Definition)?$/.test(bare)) return 'event'
  if (/Task$|^CallActivity$/.test(bare)) return 'step'
  if (bare.endsWith('Gateway')) return 'gateway'
  if (/SubProcess$|^Transaction$/.test(bare)) return 'scope'
  return kinds[bare] ?? 'other'
}

const kinds: Readonly<Record<string, string>> = {
  Process: 'process',
  Participant: 'pool',
  Collaboration: 'frame',
  LaneSet: 'lanes',
  SequenceFlow: 'flow',
  Lane: 'lane',
  Message: 'message',
  Error: 'code',
  Escalation: 'code',
  TextAnnotation: 'note',
  Group: 'note',
  Category: 'note',
  CategoryValue: 'note',
  Definitions: 'definitions',
}
