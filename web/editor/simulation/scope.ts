import type { Shape } from '../bpmn-js'

/** One run that is being played, in a colour of its own. */
export interface Scope {
  readonly destroyed: boolean
  readonly element: Shape
  readonly children: readonly { readonly destroyed: boolean; readonly element: Shape }[]
  readonly colors?: { readonly primary: string; readonly auxiliary: string }
  getTokensByElement(element: Shape): number
}

/** A small label in the colours of a run; set by the object model, which the site’s policy allows. */
export function inColours(className: string, { colors }: Pick<Scope, 'colors'>, words: string): HTMLElement {
  const label = document.createElement('div')
  label.className = className
  label.textContent = words
  if (colors) {
    label.style.color = colors.auxiliary
    label.style.background = colors.primary
  }
  return label
}
