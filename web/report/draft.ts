import { dropStored, fieldsOf, fillIn, readStored, writeStored, type Stored } from '../draft/stored'

/** The unfinished report of this device: what stands in each field, and at which step its writer was. */
export interface Draft {
  /** the step to go on with; null when nothing was found */
  readonly step: number | null
  keep(step: number): void
}

const storedAs = 'bandecheng.report'
// what the page was made with, not its writer
const notWritten = new Set(['_csrf', 'via', 'at'])

/**
 * Puts back what was kept, unless the page came back from the server with what was just sent, and keeps what is typed
 * from now on. The submission's own id is kept with it: sent again after a lost connection it is still one case.
 */
export function draftOf(form: HTMLFormElement): Draft {
  const cameBack = document.querySelector('[data-error-summary]') !== null
  const stored = cameBack ? null : readStored(storedAs)
  const submission = form.querySelector<HTMLInputElement>('[name=submissionId]')
  const unused = submission?.value ?? ''
  if (stored) restore(form, stored)
  const keep = (step: number) => {
    const draft: Stored = { at: Date.now(), step, fields: fieldsOf(form, notWritten) }
    if (!writeStored(storedAs, draft)) return
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
  dropStored(storedAs)
}

function restore(form: HTMLFormElement, { fields }: Stored): void {
  const scanned = form.elements.namedItem('via') as HTMLInputElement | null
  // a poster that was scanned just now knows better where its reader stands
  const known = scanned?.value === 'qr' ? ['place', 'window'] : []
  fillIn(
    form,
    fields.filter(([name]) => !known.includes(name)),
  )
}
