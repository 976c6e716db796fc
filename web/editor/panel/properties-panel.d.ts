// As much of @bpmn-io/properties-panel as is used here; the package has no types of its own.
declare module '@bpmn-io/properties-panel' {
  import type { Context, JSX, Ref } from '@bpmn-io/properties-panel/preact'

  export interface GroupDefinition {
    readonly id: string
    /** drawn with the element as its `element` */
    readonly component: (props: never) => JSX.Element | null
  }

  /** Remembers which groups are open, and opens and focuses an entry when `propertiesPanel.showEntry` is fired. */
  export function PropertiesPanel(props: {
    readonly element: object
    readonly groups: readonly GroupDefinition[]
    readonly eventBus: object
  }): JSX.Element

  export const PropertiesPanelContext: Context<Record<string, unknown>>
  export function useLayoutState<T>(path: readonly string[], fallback: T): [T, (value: T) => void]
  export function useShowEntryEvent<T>(id: string): Ref<T>
}
