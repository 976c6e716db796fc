import type { Words } from '../words'

/** What the buttons of bpmn-js-token-simulation say, and the sentence of the catalogue for it. */
const said: Readonly<Record<string, string>> = {
  'Reset Simulation': 'reset',
  'Play/Pause Simulation': 'pause',
  'Set animation speed = Slow': 'slow',
  'Set animation speed = Normal': 'normal',
  'Set animation speed = Fast': 'fast',
  'Set Sequence Flow': 'choose',
  'Add pause point': 'stop',
  'Remove pause point': 'goOn',
  'Trigger Event': 'trigger',
}

/** Says the buttons’ titles in Chinese, those too that come while the diagram is played. */
export function sayTitles(container: HTMLElement, words: Words): void {
  const say = () => {
    for (const button of container.querySelectorAll<HTMLElement>('button[title]')) {
      const name = said[button.title]
      if (name === undefined) continue
      button.title = words(`simulation.${name}`)
      button.setAttribute('aria-label', button.title)
    }
  }
  say()
  new MutationObserver(say).observe(container, { childList: true, subtree: true })
}
