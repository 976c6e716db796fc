/** Somebody with a browser that keeps cookies, without a screen. */
export interface Visitor {
  get(path: string, headers?: Words): Promise<Answer>
  /** posts as the form of the page seen last would: with its token */
  post(path: string, fields?: Fields, headers?: Words): Promise<Answer>
  /** posts a form with files, with the token */
  upload(path: string, fields: Fields, files: readonly SentFile[], headers?: Words): Promise<Answer>
  /** posts these very words, nothing added */
  send(path: string, body: string | Uint8Array<ArrayBuffer>, headers?: Words): Promise<Answer>
  cookies: Map<string, string>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  readonly bytes: Uint8Array
  /** where a redirect leads */
  readonly location: string | null
}

/** A file of a form: the field’s name, what it is called, what is in it. */
export interface SentFile {
  readonly field: string
  readonly name: string
  readonly content: Uint8Array
}

type Words = Readonly<Record<string, string>>
type Fields = Readonly<Record<string, string | readonly string[]>>

/** A diagram, as the page for importing one sends it. */
export const diagramFile = (content: Uint8Array): SentFile => ({ field: 'file', name: 'a.bpmn', content })

/** A new visitor to a site. Redirects are not followed: a test says where it is led. */
export function visitor(url: string): Visitor {
  const cookies = new Map<string, string>()
  let token = ''

  const ask = async (
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers: Words },
  ): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { Accept: 'text/html', ...(cookie === '' ? {} : { Cookie: cookie }), ...init.headers }
    const response = await fetch(url + path, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const body = new TextDecoder().decode(bytes)
    token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? token
    return {
      status: response.status,
      headers: response.headers,
      body,
      bytes,
      location: response.headers.get('location'),
    }
  }
  const send: Visitor['send'] = (path, body, headers = {}) =>
    ask(path, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    })
  return {
    cookies,
    send,
    get: (path, headers = {}) => ask(path, { headers }),
    async upload(path, fields, files, headers = {}) {
      const form = new FormData()
      for (const [name, value] of Object.entries({ _csrf: token, ...fields }))
        for (const each of [value].flat()) form.append(name, each)
      for (const { field, name, content } of files)
        form.append(field, new Blob([Uint8Array.from(content)]), name)
      const sent = new Response(form)
      const body = new Uint8Array(await sent.arrayBuffer())
      return send(path, body, { 'Content-Type': sent.headers.get('content-type') ?? '', ...headers })
    },
    post: (path, fields = {}, headers) => send(path, encode({ _csrf: token, ...fields }), headers),
  }
}

function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map(each => [name, each]))
  return new URLSearchParams(pairs as [string, string][]).toString()
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}
