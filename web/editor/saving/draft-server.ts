import type { LintProblem } from '../../../src/engine/lint/problem'

/** The draft as the server has it; revision 0 is the version in force, which nobody has changed yet. */
export interface Draft {
  readonly xml: string
  readonly revision: number
  readonly savedAt: string | null
  readonly by: string | null
  /** what only the server knows to be wrong with it */
  readonly problems: readonly LintProblem[]
}

/** What became of a try to save. */
export type SaveAnswer =
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt: string }
  | { readonly kind: 'conflict'; readonly revision: number; readonly by: string; readonly at: string }
  | { readonly kind: 'offline' | 'signedOut' }
  | { readonly kind: 'refused'; readonly why: string }

export interface DraftServer {
  load(): Promise<Draft>
  save(xml: string, revision: number): Promise<SaveAnswer>
}

/**
 * The server’s side of a draft: `GET` gives it, `POST {xml, revision}` keeps it, or answers 409 with who was faster.
 * @param found told of the problems that only the server knows, whenever it has saved
 */
export function draftServer(
  url: string,
  csrf: string,
  found: (problems: readonly LintProblem[]) => void,
): DraftServer {
  let token = csrf
  return {
    async load() {
      const answer = await fetch(url, { credentials: 'same-origin', headers: { accept: 'application/json' } })
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
      return (await answer.json()) as Draft
    },
    async save(xml, revision) {
      let answer: Response
      try {
        answer = await post({ xml, revision })
        // who signed in again, in another tab, has another form token; this page still has the old one
        if (isSignedOut(answer) && (await renewToken())) answer = await post({ xml, revision })
      } catch {
        return { kind: 'offline' }
      }
      const said = (await answer.json().catch(() => ({}))) as Readonly<Record<string, unknown>>
      if (answer.ok) {
        if (Array.isArray(said.problems)) found(said.problems as readonly LintProblem[])
        return { kind: 'saved', revision: Number(said.revision), savedAt: wordOf(said.savedAt) }
      }
      if (answer.status === 409)
        return { kind: 'conflict', revision: Number(said.revision), by: wordOf(said.by), at: wordOf(said.at) }
      if (isSignedOut(answer)) return { kind: 'signedOut' }
      if (answer.status >= 500) return { kind: 'offline' }
      return { kind: 'refused', why: wordOf(said.message) }
    },
  }

  function post(draft: { readonly xml: string; readonly revision: number }): Promise<Response> {
    return fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-csrf-token': token },
      body: JSON.stringify(draft),
    })
  }

  /** Reads this page’s own address once more for its form token. @returns whether somebody is signed in who may draw */
  async function renewToken(): Promise<boolean> {
    const answer = await fetch(window.location.pathname, { credentials: 'same-origin', redirect: 'manual' })
    if (!answer.ok) return false
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector<HTMLInputElement>('[data-editor] [name=_csrf]')?.value
    if (fresh !== undefined) token = fresh
    return fresh !== undefined
  }
}

function isSignedOut({ status }: Response): boolean {
  return status === 401 || status === 403
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
