import { aspectOf } from './aspect-of.js'
import type { Change, Part, Value } from './change.js'
import type { ComparedElement } from './elements.js'

type Side = ComparedElement | undefined

/**
 * What one element says differently. Of what comes or goes as a whole (a field, a choice) only that is said; what
 * merely holds other things is mentioned only where nothing in it speaks.
 */
export function changesOf(before: Side, after: Side): Change[] {
  const element = { before: before?.named ?? null, after: after?.named ?? null }
  const differing = pathsOf(before, after).filter(path => !isSame(before, after, path))
  const whole = before && after ? [] : [present(element, before, after)]
  const units = differing.flatMap(path => {
    const { unit } = aspectOf(path)
    return unit !== undefined && has(before, path) !== has(after, path) ? [unit] : []
  })
  const told = differing.filter(path => {
    const inside = units.find(unit => path.startsWith(unit))
    return inside === undefined || path === `${inside}$type`
  })
  const said = told.filter(path => !(isQuiet(path) && told.some(other => speaksFor(other, path))))
  const shown = whole.length > 0 ? said.filter(path => !isInTheHeading(path)) : said
  return [
    ...whole,
    ...shown.map(path => {
      const { aspect } = aspectOf(path)
      return {
        element,
        aspect,
        ...partOf(path, before, after),
        before: valueAt(before, path),
        after: valueAt(after, path),
      }
    }),
  ]
}

function present(element: Change['element'], before: Side, after: Side): Change {
  const value = (side: Side) => (side ? { text: side.named.type, name: side.named.name } : null)
  return { element, aspect: 'element', before: value(before), after: value(after) }
}

/** Of an element that comes or goes, these are said by saying that. */
function isInTheHeading(path: string): boolean {
  return (
    ['$type', '$parent', 'name', 'sourceRef', 'attachedToRef'].includes(path) ||
    isQuiet(path) ||
    aspectOf(path).aspect === 'event'
  )
}

function pathsOf(before: Side, after: Side): string[] {
  return [...new Set([...(after?.facts.keys() ?? []), ...(before?.facts.keys() ?? [])])]
}

function has(side: Side, path: string): boolean {
  return side?.facts.has(path) ?? false
}

function isSame(before: Side, after: Side, path: string): boolean {
  const [one, other] = [before?.facts.get(path)?.text, after?.facts.get(path)?.text]
  if (path.endsWith('$order')) return ordersAgree(one, other)
  return one === other
}

/** Two lists agree when what both have stands in the same order in both: what comes or goes is said elsewhere. */
function ordersAgree(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true
  const [left, right] = [JSON.parse(one) as string[], JSON.parse(other) as string[]]
  const common = (list: string[], rest: string[]) => list.filter(key => rest.includes(key)).join('\n')
  return common(left, right) === common(right, left)
}

// what a value is written in, and what stands around values
function isQuiet(path: string): boolean {
  return /(^|\/)\$type$/.test(path) ? aspectOf(path).aspect === 'other' : path.endsWith('/language')
}

function speaksFor(other: string, quiet: string): boolean {
  const around = quiet.replace(/[^/]*$/, '')
  return other !== quiet && other.startsWith(around) && !(isQuiet(other) && other.length <= quiet.length)
}

function partOf(path: string, before: Side, after: Side): { part?: Part } {
  const { part, of, aspect } = aspectOf(path)
  if (part === undefined) return {}
  const field = of ?? (aspect.startsWith('field') || aspect === 'choice.order' ? part : undefined)
  const named = (side: Side): string | null => {
    if (!side) return null
    if (of !== undefined) return side.facts.get(`${formAt}[${of}]/values[${part}]/name`)?.text ?? null
    return field === undefined ? part : (side.facts.get(`${formAt}[${field}]/label`)?.text ?? null)
  }
  const label = (side: Side) => side?.facts.get(`${formAt}[${field ?? ''}]/label`)?.text ?? null
  return {
    part: {
      id: part,
      before: named(before),
      after: named(after),
      ...(of !== undefined && { of: { id: of, before: label(before), after: label(after) } }),
    },
  }
}

const formAt = 'extensionElements/values[camunda:FormData#1]/fields'

function valueAt(side: Side, path: string): Value | null {
  const value = side?.facts.get(path)
  if (!side || !value) return null
  const { aspect, part = '' } = aspectOf(path)
  if (aspect !== 'field') return value
  const at = `${formAt}[${part}]`
  return {
    text: side.facts.get(`${at}/type`)?.text ?? '',
    required: side.facts.has(`${at}/validation/constraints[required]/$type`),
  }
}
