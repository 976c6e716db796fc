import { text } from '../../../catalogue/index.js'
import type { DiagramComparison } from '../../../runtime/index.js'
import { fieldTypeWords, kindWords, valueWords } from './value-words.js'

type Change = DiagramComparison['changes'][number]
type Element = NonNullable<Change['element']['after']>
type Named = DiagramComparison['named']

/** Longer than this a value is not put into a sentence, but shown before and after beneath it. */
const longest = 40

/** One change in a sentence, without the step it belongs to; long texts apart. */
export interface ChangeWords {
  readonly sentence: string
  readonly note: string | null
  readonly long: { readonly before: string; readonly after: string } | null
}

export function changeWords(change: Change, named: Named): ChangeWords {
  const one = change.element.after ?? change.element.before
  const about = one ? aboutWhat(one, named) : ''
  const { sentence, long = null } = said(change, named)
  // a limit is spoken of as its step's; how it is called on the drawing is said beside it
  const note =
    one && isLimit(one) && one.name !== '' && change.aspect !== 'element' && change.aspect !== 'name'
      ? text('compare.note.limit', { name: one.name })
      : null
  return { sentence: change.aspect === 'element' ? sentence : about + sentence, note, long }
}

/** The heading of a step’s changes: 新增环节『督办』, 环节『部门确认原因』. */
export function headingWords(
  id: string,
  element: Pick<Element, 'name' | 'type' | 'event'>,
  kind: Kind,
): string {
  const { name, type, event } = element
  const words = kindWords(type, event)
  if (name !== '') return text(`compare.heading.${kind}`, { kind: words, name })
  // what is known by its place, such as a frame, has no id that anybody could look for
  if (id.includes('/'))
    return kind === 'changed' ? words : text(`compare.heading.frame.${kind}`, { kind: words })
  return text(kind === 'changed' ? 'compare.heading.unnamed' : `compare.heading.unnamed.${kind}`, {
    kind: words,
    id,
  })
}

export type Kind = 'added' | 'removed' | 'changed'

export function kindOfChange({ before, after }: Pick<Change, 'before' | 'after'>): Kind {
  return before === null ? 'added' : after === null ? 'removed' : 'changed'
}

interface Said {
  readonly sentence: string
  readonly long?: ChangeWords['long']
}

function said(change: Change, named: Named): Said {
  const { aspect, part, element } = change
  const kind = kindOfChange(change)
  const partName = part?.after ?? part?.before ?? part?.id ?? ''
  const field = part?.of?.after ?? part?.of?.before ?? part?.of?.id ?? ''
  switch (aspect) {
    case 'element':
      return { sentence: presenceWords(element.after ?? element.before, kind, named) }
    case 'redrawn':
    case 'field.order':
      return { sentence: text(`compare.${aspect}`) }
    case 'field':
      return { sentence: fieldWords(change, partName) }
    case 'field.label':
      return {
        sentence: text('compare.field.renamed', {
          before: part?.before ?? part?.id ?? '',
          after: part?.after ?? part?.id ?? '',
        }),
      }
    case 'field.required':
      return { sentence: text(`compare.field.required.${kind}`, { part: partName }) }
    case 'choice':
      return { sentence: text(`compare.choice.${kind}`, { field, part: partName }) }
    case 'choice.name':
      return {
        sentence: text('compare.choice.renamed', {
          field,
          before: part?.before ?? part?.id ?? '',
          after: part?.after ?? part?.id ?? '',
        }),
      }
    case 'choice.order':
      return { sentence: text('compare.choice.order', { field: partName }) }
    case 'interrupting':
      return { sentence: text(`compare.interrupting.${change.after?.text !== 'false'}`) }
    case 'flow.order':
    case 'output.order':
      return { sentence: text('compare.rewritten.changed', { what: text(`compare.${aspect}`) }) }
    default:
      return valuesWords(change, whatWords(change, partName), named)
  }
}

/** 时限由1个工作日改为2个工作日 */
function valuesWords(change: Change, what: string, named: Named): Said {
  const { aspect } = change
  const words = (value: Change['before']) => (value === null ? '' : valueWords(aspect, value, named))
  const [before, after] = [words(change.before), words(change.after)]
  if (before === after) return { sentence: text('compare.rewritten.changed', { what }) }
  if (before.length > longest || after.length > longest || aspect === 'documentation') {
    const sentence = text(`compare.rewritten.${kindOfChange(change)}`, { what })
    return { sentence, long: { before: plain(before), after: plain(after) } }
  }
  return { sentence: text(`compare.${kindOfChange(change)}`, { what, before, after }) }
}

function whatWords({ aspect, part, element }: Change, partName: string): string {
  if (aspect === 'other') {
    const setting = (part?.id ?? '').split('/').slice(-2).join('/')
    // editors note by themselves in which frame a thing is drawn
    if (setting === 'categoryValueRef') return text('compare.group')
    return setting === 'processRef' ? text('compare.drawn') : text('compare.other', { part: setting })
  }
  if (aspect === 'limit' && !isLimit(element.after ?? element.before)) return text('compare.limit.time')
  if (!aspect.startsWith('field.')) return text(`compare.${aspect}`, { part: partName })
  return text('compare.field.of', { field: partName, rest: text(`compare.${aspect}`) })
}

function fieldWords(change: Change, part: string): string {
  if (change.after === null) return text('compare.field.removed', { part })
  const type = fieldTypeWords(change.after.text)
  const how = change.after.required === true ? 'required' : 'optional'
  return text(`compare.field.added.${how}`, { part, type })
}

function presenceWords(element: Element | null, kind: Kind, named: Named): string {
  if (!element) return ''
  if (element.type === 'bpmn:SequenceFlow') return text(`compare.flow.${kind}`, { to: toOf(element, named) })
  if (element.home !== element.id)
    return text(`compare.part.${kind}`, {
      kind: kindWords(element.type, element.event),
      name: element.name || element.id,
    })
  return text(`compare.element.${kind}`)
}

/** What of the step it is about, where it is not the step itself. */
function aboutWhat(element: Element, named: Named): string {
  if (element.home === element.id || isLimit(element)) return ''
  if (element.type === 'bpmn:SequenceFlow') return text('compare.on.flow', { to: toOf(element, named) })
  return text('compare.on', {
    kind: kindWords(element.type, element.event),
    name: element.name || element.id,
  })
}

function toOf({ to, name, id }: Element, named: Named): string {
  const target = to === undefined ? '' : named.get(to)?.name
  return [target === '' ? to : target, name].filter(Boolean).join('：') || id
}

function isLimit(element: Element | null): boolean {
  return element?.type === 'bpmn:BoundaryEvent' && element.event === 'bpmn:TimerEventDefinition'
}

function plain(quoted: string): string {
  return quoted.replace(/^“|”$/g, '').replaceAll('‘', '“').replaceAll('’', '”')
}
