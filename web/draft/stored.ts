/** What somebody wrote and has not sent, on this machine only. */
export interface Stored {
  readonly at: number
  /** of a form in steps: where its writer was */
  readonly step?: number
  readonly fields: readonly (readonly [string, string])[]
}

// the machine may be shared: what nobody came back to is not kept for the next one
const longest = 24 * 3_600_000

/** The draft that was kept under this name within the last day. */
export function readStored(name: string): Stored | null {
  try {
    const stored = JSON.parse(localStorage.getItem(name) ?? 'null') as Stored | null
    if (stored && Date.now() - stored.at < longest) return stored
    dropStored(name)
  } catch {
    // a browser that keeps nothing has nothing to give back
  }
  return null
}

/** Answers whether it could be kept: private browsing, or no room, and the form itself goes on. */
export function writeStored(name: string, stored: Stored): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(stored))
    return true
  } catch {
    return false
  }
}

export function dropStored(name: string): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}

/** What stands in the form, without what the page was made with. */
export function fieldsOf(form: HTMLFormElement, notWritten: ReadonlySet<string>): Stored['fields'] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' && !notWritten.has(name) ? [[name, value] as const] : [],
  )
}

/** Puts them back where they stood; a field that the page no longer has is let go. */
export function fillIn(form: HTMLFormElement, fields: Stored['fields']): void {
  for (const [name, value] of fields) {
    const control = form.elements.namedItem(name)
    if (control instanceof RadioNodeList) control.value = value
    else if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = true
    else if (control && 'value' in control) control.value = value
  }
}
