/** A part of the page by its `data-` name and kind. @throws when the view lacks it */
export function partOf<Kind extends HTMLElement>(
  section: HTMLElement,
  name: string,
  kind: new () => Kind,
): Kind {
  const part = section.querySelector(`[data-${name}]`)
  if (!(part instanceof kind)) throw new Error(`The page has no [data-${name}]`)
  return part
}

/** A button by what it does. @throws when the view lacks it */
export function buttonOf(section: HTMLElement, does: string): HTMLButtonElement {
  return partOf(section, `do="${does}"`, HTMLButtonElement)
}
