import type { Drawn } from '../drawn'
import type { Words } from '../words'
import type { SavingState } from './autosave'

const icons: Readonly<Record<SavingState['kind'], string>> = {
  saved: 'done',
  changed: 'clock',
  saving: 'clock',
  offline: 'warning',
  signedOut: 'warning',
  refused: 'incident',
  conflict: 'incident',
}

/** 已保存 14:03 / 正在保存 / 未保存（断线）/ 他人已修改, in words and shape; who is signed out is led to signing in. */
export function showState(
  place: HTMLElement,
  state: SavingState,
  { words, drawn, signInUrl }: { readonly words: Words; readonly drawn: Drawn; readonly signInUrl: string },
): void {
  const values = {
    at: 'at' in state && state.at ? timeOf(state.at) : '',
    by: 'by' in state ? state.by : '',
    why: 'why' in state ? state.why : '',
  }
  const name = state.kind === 'saved' && state.at === null ? 'unchanged' : state.kind
  const sentence = document.createElement('span')
  sentence.textContent = words(`saving.${name}`, values)
  place.className = `editor-saving is-${state.kind}`
  place.replaceChildren(drawn(icons[state.kind]), sentence)
  if (state.kind === 'signedOut') place.append(signIn(signInUrl, words('saving.signIn')))
}

/** In another tab: this one still has what is drawn, and saves it as soon as one comes back. */
function signIn(href: string, label: string): HTMLAnchorElement {
  const link = document.createElement('a')
  Object.assign(link, { href, target: '_blank', textContent: label })
  return link
}

/** An instant as the office’s clock shows it, 14:03. */
function timeOf(instant: string): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(Date.parse(instant))
}
