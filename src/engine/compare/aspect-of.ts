import type { Aspect } from './change.js'

/** Which aspect a path is about, and which part of the element; undefined for what merely holds other things. */
export interface Placed {
  readonly aspect: Aspect
  readonly part?: string
  /** Of a choice, its field. */
  readonly of?: string
  /** The path under which everything is said by this one, when it comes or goes as a whole. */
  readonly unit?: string
}

const form = /^extensionElements\/values\[camunda:FormData#1\]\/fields(?:\[([^\]]+)\])?\/(.+)$/
const output = /^extensionElements\/values\[camunda:InputOutput#1\]\/outputParameters(?:\[([^\]]+)\])?\/(.+)$/
const definition = /^eventDefinitions\[([\w:]+)#1\]\/(.+)$/
const loop = /^loopCharacteristics\/(.+)$/

export function aspectOf(path: string): Placed {
  const field = form.exec(path)
  if (field) return fieldAspect(path, field[1], field[2] ?? '')
  const noted = output.exec(path)
  if (noted) return outputAspect(path, noted[1], noted[2] ?? '')
  const event = definition.exec(path)
  if (event) return of(eventAspects[event[2] ?? ''], path)
  const each = loop.exec(path)
  if (each) return of(eachAspects[each[1] ?? ''], path)
  if (path.startsWith('$flows[')) return { aspect: 'flow.order', part: path.slice(7, path.indexOf(']')) }
  if (/^documentation\[[^\]]*\]\/text$/.test(path)) return { aspect: 'documentation' }
  return of(plainAspects[path], path)
}

function of(aspect: Aspect | undefined, path: string): Placed {
  return aspect ? { aspect } : { aspect: 'other', part: path }
}

function fieldAspect(path: string, id: string | undefined, rest: string): Placed {
  if (id === undefined) return rest === '$order' ? { aspect: 'field.order' } : { aspect: 'other', part: path }
  const choice = /^values\[([^\]]+)\]\/(\$type|name)$/.exec(rest)
  if (choice?.[1] !== undefined) {
    const [, part, what] = choice
    return what === 'name'
      ? { aspect: 'choice.name', part, of: id }
      : { aspect: 'choice', part, of: id, unit: path.replace(/\$type$/, '') }
  }
  if (rest === '$type') return { aspect: 'field', part: id, unit: path.replace(/\$type$/, '') }
  if (rest === 'values/$order') return { aspect: 'choice.order', part: id }
  const aspect = fieldAspects[rest]
  return aspect ? { aspect, part: id } : { aspect: 'other', part: path }
}

function outputAspect(path: string, name: string | undefined, rest: string): Placed {
  if (name === undefined)
    return rest === '$order' ? { aspect: 'output.order' } : { aspect: 'other', part: path }
  if (rest === '$type') return { aspect: 'output', part: name, unit: path.replace(/\$type$/, '') }
  return rest === 'value' ? { aspect: 'output.value', part: name } : { aspect: 'other', part: path }
}

const plainAspects: Readonly<Record<string, Aspect>> = {
  $type: 'type',
  $parent: 'parent',
  $lane: 'lane',
  name: 'name',
  candidateGroups: 'roles',
  assignee: 'assignee',
  differentFrom: 'differentFrom',
  formKey: 'formKey',
  attachedToRef: 'attached',
  cancelActivity: 'interrupting',
  'conditionExpression/body': 'condition',
  default: 'default',
  sourceRef: 'flow.from',
  targetRef: 'flow.to',
  messageRef: 'message',
  topic: 'job',
  errorCode: 'code',
  escalationCode: 'code',
  text: 'note',
  value: 'note',
}

const fieldAspects: Readonly<Record<string, Aspect>> = {
  label: 'field.label',
  type: 'field.type',
  defaultValue: 'field.default',
  'validation/constraints[required]/$type': 'field.required',
  'validation/constraints[min]/config': 'field.min',
  'validation/constraints[max]/config': 'field.max',
  'validation/constraints[minlength]/config': 'field.minlength',
  'validation/constraints[maxlength]/config': 'field.maxlength',
  'validation/constraints[pattern]/config': 'field.pattern',
  'properties/values[help]/value': 'field.help',
  'properties/values[showWhen]/value': 'field.showWhen',
  'properties/values[rows]/value': 'field.rows',
}

const eventAspects: Readonly<Record<string, Aspect>> = {
  $type: 'event',
  $limit: 'limit',
  kind: 'limit.kind',
  warnBefore: 'limit.warn',
  from: 'limit.from',
  paragraph: 'limit.paragraph',
  promise: 'limit.promise',
  mayPause: 'limit.mayPause',
  mayExtend: 'limit.mayExtend',
  messageRef: 'message',
  errorRef: 'code',
  escalationRef: 'code',
}

const eachAspects: Readonly<Record<string, Aspect>> = {
  collection: 'each',
  'loopCardinality/body': 'each',
  isSequential: 'each.sequential',
  'completionCondition/body': 'each.until',
}
