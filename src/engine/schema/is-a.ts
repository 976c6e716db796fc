import type { BpmnBaseElement, ModdleElement, ModdleTypes } from './moddle-types.js'

/** Whether the element is of the moddle type or of a type derived from it. */
export function isA<T extends keyof ModdleTypes>(
  element: ModdleElement | undefined,
  type: T,
): element is ModdleTypes[T] {
  return element?.$instanceOf?.(type) ?? false
}

/** The extension elements of one type, `camunda:FormData` for instance, in the order of the file. */
export function extensionsOf<T extends keyof ModdleTypes>(
  element: BpmnBaseElement,
  type: T,
): readonly ModdleTypes[T][] {
  return (element.extensionElements?.values ?? []).filter(value => isA(value, type))
}
