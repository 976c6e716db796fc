/** The unfinished report of this device: what stands in each field, and at which step its writer was. */
export interface Draft {
  /** the step to go on with; null when nothing was found */
  readonly step: number | null
  keep(step: number): void
}

const storedAs = 'bandecheng.report'
// the machine may be shared: what nobody came back to is not kept for the next one
const longest = 24 * 3_600_000
// what the page was made with, not its writer
const notWritten = new Set(['_csrf', 'via', 'at'])

interface Stored {
  readonly at: number
  readonly step: number
  readonly fields: readonly (readonly [string, string])[]
}

/**
 * Puts back what was kept, unless the page came back from the server with what was just sent, and keeps what is typed
 * from now on. The submission's own id is kept with it: sent again after a lost connection it is still one case.
 */
export function draftOf(form: HTMLFormElement): Draft {
  const stored = document.querySelector('[data-error-summary]') ? null : read()
  const submission = form.querySelector<HTMLInputElement>('[name=submissionId]')
  const unused = submission?.value ?? ''
  if (stored) restore(form, stored)
  const keep = (step: number) => {
    const fields = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' && !notWritten.has(name) ? [[name, value] as const] : [],
    )
    if (!write({ at: Date.now(), step, fields })) return
    // nothing is lost by leaving now
    form.dispatchEvent(new Event('draft-saved'))
    form.querySelector<HTMLElement>('[data-draft-kept]')?.removeAttribute('hidden')
  }
  const notice = form.querySelector<HTMLElement>('[data-draft-back]')
  if (notice) notice.hidden = !stored
  form.querySelector('[data-draft-clear]')?.addEventListener('click', () => {
    form.reset()
    // the old one may have arrived without our hearing of it; this will be another
    if (submission) submission.value = unused
    if (notice) notice.hidden = true
    dropDraft()
  })
  return { step: stored?.step ?? null, keep }
}

/** Forgets the draft. */
export function dropDraft(): void {
  try {
    localStorage.removeItem(storedAs)
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}

function restore(form: HTMLFormElement, { fields }: Stored): void {
  const scanned = form.elements.namedItem('via') as HTMLInputElement | null
  for (const [name, value] of fields) {
    // a poster that was scanned just now knows better where its reader stands
    if (scanned?.value === 'qr' && (name === 'place' || name === 'window')) continue
    const control = form.elements.namedItem(name)
    if (control instanceof RadioNodeList) control.value = value
    else if (control && 'value' in control) control.value = value
  }
}

function read(): Stored | null {
  try {
    const stored = JSON.parse(localStorage.getItem(storedAs) ?? 'null') as Stored | null
    return stored && Date.now() - stored.at < longest ? stored : null
  } catch {
    return null
  }
}

function write(draft: Stored): boolean {
  try {
    localStorage.setItem(storedAs, JSON.stringify(draft))
    return true
  } catch {
    return false // private browsing, or no room: the form itself goes on
  }
}
