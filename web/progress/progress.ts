/** What the page's `progress.json` answers. */
interface Answer {
  readonly standing: string
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly words: string
}

/** Between two questions, in milliseconds. */
const pause = 600

/** Shows how far a job on the server has come, asking this address, and the page anew when it is done. A question that fails is asked again. */
export function follow(part: HTMLElement, url: string): void {
  const words = part.querySelector<HTMLElement>('[data-progress-words]')
  const bar = part.querySelector('progress')
  const ask = async () => {
    try {
      const response = await fetch(url, { headers: { Accept: 'application/json' } })
      // signed out meanwhile: the page itself says so
      const answer = response.ok ? ((await response.json()) as Answer) : null
      if (response.status === 401 || (answer && answer.standing !== 'underWay')) {
        location.reload()
        return
      }
      if (answer) show(answer)
    } catch {
      // the connection is gone for now
    }
    setTimeout(() => void ask(), pause)
  }
  const show = ({ progress, words: said }: Answer) => {
    if (words && words.textContent !== said) words.textContent = said
    if (!bar || !progress) return
    bar.max = Math.max(progress.total, 1)
    bar.value = progress.done
  }
  void ask()
}
