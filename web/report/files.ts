import { fileLine, type FileLine } from './file-line'
import type { Words } from './words'

interface Listed {
  readonly id: number
  readonly name: string
}

interface Answer {
  readonly files: readonly Listed[]
  readonly refused: readonly string[]
}

/** What the steps ask of the files. */
export interface Files {
  /** Whether some are still on their way. */
  busy(): boolean
}

const largest = 10 * 1024 * 1024

/**
 * Sends each file as soon as it is chosen, so that at the end nothing is left to be sent over a poor line. What did not
 * arrive stays in the list, with a way to send it again; without the script a button does the same.
 */
export function sendFiles(form: HTMLFormElement, words: Words, changed: () => void): Files {
  const list = form.querySelector<HTMLElement>('[data-report-files]')
  const input = form.querySelector<HTMLInputElement>('#files')
  const upload = form.querySelector<HTMLElement>('[data-upload]')
  const status = form.querySelector<HTMLElement>('[data-files-status]')
  const address = list?.dataset.reportFiles
  let underWay = 0
  let turn = Promise.resolve()
  if (!list || !input || address === undefined) return { busy: () => false }
  if (upload) upload.hidden = true

  const ask = (fields: Readonly<Record<string, string | File>>, told?: (share: number) => void) =>
    post(form, address, fields, told)
  const say = (sentence: string) => {
    if (status) status.textContent = sentence
    changed()
  }
  const kept = (line: FileLine, { id, name }: Listed) => {
    line.kept(id, name, () => {
      void ask({ remove: String(id) }).then(
        () => {
          line.remove()
          changed()
        },
        () => line.failed(words.failed, null),
      )
    })
  }

  const send = async (file: File, line: FileLine) => {
    if (file.size > largest) {
      line.refused(words.tooLarge(file.name))
      return
    }
    line.underWay(words.uploading)
    underWay++
    try {
      const before = idsIn(list)
      const { files, refused } = await ask({ files: file }, share => line.progress(share))
      const added = files.find(({ id }) => !before.has(id))
      if (added) kept(line, added)
      else line.refused(refused.join('\n') || words.failed)
      say(added ? words.uploaded : '')
    } catch {
      line.failed(words.failed, () => void send(file, line))
      say(words.failed)
    } finally {
      underWay--
    }
  }

  input.addEventListener('change', () => {
    for (const file of input.files ?? []) {
      const line = fileLine(list, file.name, words)
      // one after the other: on a poor line ten at once would all fail
      turn = turn.then(() => send(file, line))
    }
    input.value = '' // it is on its way: the form must not send it once more
    changed()
  })
  list.addEventListener('click', event => {
    // those that the server listed
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name=remove]')
    if (!button) return
    event.preventDefault()
    void ask({ remove: button.value }).then(() => {
      button.closest('li')?.remove()
      changed()
    })
  })
  // a draft that was found again brings its files with it
  void ask({}).then(({ files }) => {
    const shown = idsIn(list)
    for (const file of files.filter(({ id }) => !shown.has(id))) kept(fileLine(list, file.name, words), file)
    changed()
  }, ignore)
  form.addEventListener('reset', () => list.replaceChildren())
  return { busy: () => underWay > 0 }
}

function idsIn(list: HTMLElement): ReadonlySet<number> {
  return new Set(
    [...list.querySelectorAll<HTMLElement>('[data-file]')].map(({ dataset }) => Number(dataset.file)),
  )
}

/** Not by fetch: only this tells how much has gone out. */
function post(
  form: HTMLFormElement,
  address: string,
  fields: Readonly<Record<string, string | File>>,
  told?: (share: number) => void,
): Promise<Answer> {
  const body = new FormData()
  for (const name of ['_csrf', 'submissionId'])
    body.append(name, form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? '')
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('Accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) => told?.(loaded / total))
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText) as Answer)
      else reject(new Error(String(request.status)))
    })
    for (const kind of ['error', 'abort', 'timeout'])
      request.addEventListener(kind, () => {
        reject(new Error(kind))
      })
    request.send(body)
  })
}

function ignore(): void {
  // the list is only a courtesy: what was sent is kept all the same
}
