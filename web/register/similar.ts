// as long as a typist thinks before the next word
const pause = 450

/**
 * Looks up while one types whether the matter is known already, and shows what the server found; what was chosen of it
 * is sent along and stays chosen. Without an answer everything stays as it is: the form does not wait for it.
 */
export function lookUpSimilar(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLElement>('[data-similar]')
  const found = box?.querySelector<HTMLElement>('[data-similar-found]')
  const address = box?.dataset.similar
  if (!box || !found || address === undefined) return
  let waiting: number | undefined
  let turn = 0
  const look = async () => {
    const mine = ++turn
    const part = await ask(address, new FormData(form))
    if (part !== null && mine === turn && !found.contains(document.activeElement)) found.innerHTML = part
  }
  const later = (event: Event) => {
    if (!isAbout(event.target)) return
    clearTimeout(waiting)
    waiting = window.setTimeout(() => void look(), pause)
  }
  form.addEventListener('input', later)
  form.addEventListener('change', later)
  const check = box.querySelector<HTMLButtonElement>('[data-similar-check]')
  if (!check) return
  check.type = 'button' // Enter registers; where no script runs it looks first
  check.addEventListener('click', () => void look())
}

function isAbout(target: EventTarget | null): boolean {
  const names = ['item', 'contact', 'description', 'department']
  return target instanceof HTMLElement && names.includes(target.getAttribute('name') ?? '')
}

/** The part of the page; it is our own server's, escaped there. */
async function ask(address: string, data: FormData): Promise<string | null> {
  const words = [...data].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  )
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams(words),
      headers: { Accept: 'text/html' },
      redirect: 'manual',
    })
    return answer.ok ? await answer.text() : null
  } catch {
    return null
  }
}
