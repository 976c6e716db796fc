/** Any element of a model, generic elements of foreign namespaces included. */
export interface ModdleElement {
  readonly $type: string
  readonly $parent?: ModdleElement
  /** Attributes that no schema knows, by prefixed name. */
  readonly $attrs?: Readonly<Record<string, string>>
  readonly $descriptor?: ModdleDescriptor
  /** Children of a generic element. */
  readonly $children?: readonly ModdleElement[]
  readonly $body?: string
  /** Absent on generic elements. */
  readonly $instanceOf?: (type: string) => boolean
  readonly id?: string
}

/** What moddle knows of a type: enough to walk what an element contains. */
interface ModdleDescriptor {
  readonly isGeneric?: boolean
  readonly properties?: readonly ModdleProperty[]
}

/** One property of a moddle type; `name` is prefixed (`bpmn:flowElements`) where it came by extension. */
interface ModdleProperty {
  readonly name: string
  readonly type: string
  readonly isAttr?: boolean
  readonly isMany?: boolean
  readonly isReference?: boolean
  readonly isBody?: boolean
  /** What absence means. */
  readonly default?: unknown
}
