/** The steps as the browser's history has them: its "back" and "forward" lead through the questions. */
export interface Places {
  /** @param step where to begin unless the history knows better; null for the beginning */
  begin(step: number | null): number
  add(step: number): void
  onReturn(turnTo: (step: number) => void): void
}

interface Place {
  readonly step: number
  /** Back from the page that says it has arrived, sent again, it is the same report. */
  readonly submission: string | undefined
}

export function placesOf(form: HTMLFormElement): Places {
  const submission = form.querySelector<HTMLInputElement>('[name=submissionId]')
  const place = (step: number): Place => ({ step, submission: submission?.value })
  return {
    begin(step) {
      const before = history.state as Place | null
      if (before) {
        if (submission && before.submission !== undefined) submission.value = before.submission
        return before.step
      }
      history.replaceState(place(0), '')
      // one who begins in the middle can go back all the same
      for (let passed = 1; passed <= (step ?? 0); passed += 1) history.pushState(place(passed), '')
      return step ?? 0
    },
    add(step) {
      history.pushState(place(step), '')
    },
    onReturn(turnTo) {
      window.addEventListener('popstate', ({ state }) => {
        turnTo((state as Place | null)?.step ?? 0)
      })
    },
  }
}
