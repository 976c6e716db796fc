import type { Words } from './words'

/** A file in the list of the report, as it goes out, stays, or is refused. */
export interface FileLine {
  underWay(words: string): void
  progress(share: number): void
  kept(id: number, name: string, remove: () => void): void
  refused(words: string): void
  /** @param again null where sending it again would not help */
  failed(words: string, again: (() => void) | null): void
  remove(): void
}

/** Puts a line at the end of the list. */
export function fileLine(list: Element, name: string, words: Words): FileLine {
  const line = document.createElement('li')
  const label = made('span', name)
  label.dataset.fileName = ''
  const state = made('span', '', 'file-what')
  const bar = document.createElement('progress')
  bar.max = 1
  bar.hidden = true
  bar.setAttribute('aria-hidden', 'true')
  line.append(label, state, bar)
  list.append(line)

  const settle = (sentence: string, wrong: boolean) => {
    bar.hidden = true
    state.textContent = sentence
    line.toggleAttribute('data-failed', wrong)
    line.querySelector('button')?.remove()
  }
  const button = (words: string, label: string, act: () => void) => {
    const one = made('button', words, 'btn btn-link btn-sm')
    one.type = 'button'
    one.setAttribute('aria-label', label)
    one.addEventListener('click', act)
    state.after(one)
  }
  return {
    underWay(sentence) {
      settle(sentence, false)
      bar.hidden = false
      bar.value = 0
    },
    progress(share) {
      bar.value = share
    },
    kept(id, shown, remove) {
      settle(words.uploaded, false)
      line.dataset.file = String(id)
      label.textContent = shown
      button(words.remove, words.removeOf(shown), remove)
    },
    refused(sentence) {
      settle(sentence, true)
      delete label.dataset.fileName // it does not go with the report
      button(words.remove, words.removeOf(name), () => line.remove())
    },
    failed(sentence, again) {
      settle(sentence, true)
      if (again) button(words.again, `${words.again} ${name}`, again)
    },
    remove: () => line.remove(),
  }
}

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  words: string,
  className = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.textContent = words
  element.className = className
  return element
}
