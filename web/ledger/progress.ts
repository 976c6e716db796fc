/** What the export's `progress.json` answers. */
interface Answer {
  readonly standing: string
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly words: string
}

/** Between two questions, in milliseconds. */
const pause = 600

/** Shows how far an export has come, and the page anew when its file is there. A question that fails is asked again. */
export function follow(part: HTMLElement): void {
  const url = part.dataset.exportProgress ?? ''
  const words = part.querySelector<HTMLElement>('[data-progress-words]')
  const bar = part.querySelector('progress')
  const ask = async () => {
    try {
      const response = await fetch(url, { headers: { Accept: 'application/json' } })
      const answer = response.ok ? ((await response.json()) as Answer) : null
      // done, or signed out meanwhile: the page itself says so
      if (response.status === 401 || (answer && answer.standing !== 'underWay')) {
        location.reload()
        return
      }
      if (answer && words) words.textContent = answer.words
      if (answer?.progress && bar) bar.value = answer.progress.done
    } catch {
      // the connection is gone for now
    }
    setTimeout(() => void ask(), pause)
  }
  void ask()
}
