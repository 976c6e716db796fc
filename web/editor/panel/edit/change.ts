import type { ModdleElement } from '../../../../src/engine/schema/moddle-types.js'

/**
 * One element of the model gets these values; undefined takes a value away. A writer says what is to change and changes
 * nothing itself: the command stack does it, and can undo it.
 */
export interface Change {
  readonly of: ModdleElement
  readonly set: Readonly<Record<string, unknown>>
}

/** Makes an element of the model that stands nowhere yet; its children among the values belong to it. */
export type Create = (type: string, values?: Readonly<Record<string, unknown>>) => ModdleElement

/** The two verbs that moddle’s elements have and their structural types leave out. */
export interface Live {
  get(name: string): unknown
  set(name: string, value: unknown): void
}

/** Creates through moddle. Parents are set, because rules of the lint ask an element where it stands. */
export function creator(moddle: { create(type: string, values: object): unknown }): Create {
  return (type, values = {}) => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
    const made = moddle.create(type, given) as ModdleElement
    adopt(made, Object.values(given))
    return made
  }
}

/** What is new in these values belongs to the element from now on; what is only referred to keeps its parent. */
export function adopt(parent: ModdleElement, values: readonly unknown[]): void {
  for (const value of values.flat()) {
    if (!isElement(value) || value.$parent) continue
    ;(value as { $parent?: ModdleElement }).$parent = parent
  }
}

/** An attribute whether this version’s schema knows it or the file alone does: `bdc:mayPause`. */
export function attributeOf(element: ModdleElement, name: string): string | undefined {
  const value = (element as unknown as Live).get(name)
  return typeof value === 'string' ? value : undefined
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value
}
