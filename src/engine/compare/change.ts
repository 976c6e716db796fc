/** One thing that two versions of a diagram say differently. `before` null: only the second says it; `after`: only the first. */
export interface Change {
  readonly element: Both<NamedElement>
  readonly aspect: Aspect
  /** What of the element, where it has several of the kind: a field of its form, a choice of the field, an output. */
  readonly part?: Part
  readonly before: Value | null
  readonly after: Value | null
}

/** How a thing stands on either side; null where it is not. */
interface Both<T> {
  readonly before: T | null
  readonly after: T | null
}

/** An element as one side has it. */
export interface NamedElement {
  readonly id: string
  /** Its type with prefix, `bpmn:UserTask`. */
  readonly type: string
  /** Of an event, what it waits for or throws: `bpmn:TimerEventDefinition`. */
  readonly event?: string
  /** Empty where the modeller gave none. */
  readonly name: string
  /** The step that people look for it at: a limit’s activity, a flow’s source; else itself. */
  readonly home: string
  /** Of a flow, the ids of its ends. */
  readonly from?: string
  readonly to?: string
}

export interface Part {
  readonly id: string
  readonly before: string | null
  readonly after: string | null
  /** Of a choice, the field it belongs to. */
  readonly of?: Omit<Part, 'of'>
}

/** A value as the file has it; of a reference, `name` is what is referred to. */
export interface Value {
  readonly text: string
  readonly name?: string
  /** Of a field: whether it must be filled in. */
  readonly required?: boolean
}

/**
 * What a change is about. `limit` is type, ISO 8601 value and calendar in one text, `timeDuration P3D workdays`.
 * `other` is whatever has no word of its own here: its part’s id is where in the file it stands.
 */
export const aspects = [
  'element',
  'redrawn',
  'name',
  'type',
  'lane',
  'parent',
  'documentation',
  'roles',
  'assignee',
  'differentFrom',
  'formKey',
  'field',
  'field.label',
  'field.type',
  'field.required',
  'field.help',
  'field.showWhen',
  'field.default',
  'field.rows',
  'field.min',
  'field.max',
  'field.minlength',
  'field.maxlength',
  'field.pattern',
  'field.order',
  'choice',
  'choice.name',
  'choice.order',
  'attached',
  'interrupting',
  'limit',
  'limit.kind',
  'limit.warn',
  'limit.from',
  'limit.paragraph',
  'limit.promise',
  'limit.mayPause',
  'limit.mayExtend',
  'condition',
  'default',
  'flow.from',
  'flow.to',
  'flow.order',
  'each',
  'each.sequential',
  'each.until',
  'event',
  'message',
  'code',
  'job',
  'output',
  'output.value',
  'output.order',
  'note',
  'other',
] as const

export type Aspect = (typeof aspects)[number]

/** What two versions of a diagram say differently. */
export interface Comparison {
  /** In the order of the second file; what only the first has comes where it stood. */
  readonly changes: readonly Change[]
  /** Ids of what says the same and is drawn elsewhere or otherwise. */
  readonly moved: readonly string[]
  /** The elements of both sides by id, as the second has them where it has them. */
  readonly named: ReadonlyMap<string, NamedElement>
}

/** The same difference seen from the other side. */
export function mirrored(change: Change): Change {
  const { element, part, before, after, aspect } = change
  return {
    element: { before: element.after, after: element.before },
    aspect,
    ...(part && { part: mirroredPart(part) }),
    before: after,
    after: before,
  }
}

function mirroredPart({ id, before, after, of }: Part): Part {
  return { id, before: after, after: before, ...(of && { of: mirroredPart(of) }) }
}
