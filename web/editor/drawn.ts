/** An icon of the site’s sprite, drawn beside words. */
export type Drawn = (name: string) => SVGElement

export function drawnFrom(sprite: string): Drawn {
  const namespace = 'http://www.w3.org/2000/svg'
  return name => {
    const svg = document.createElementNS(namespace, 'svg')
    svg.setAttribute('class', 'icon')
    svg.setAttribute('aria-hidden', 'true')
    const use = document.createElementNS(namespace, 'use')
    use.setAttribute('href', `${sprite}#${name}`)
    svg.append(use)
    return svg
  }
}
