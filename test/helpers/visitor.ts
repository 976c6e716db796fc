/** Somebody with a browser that keeps cookies, without a screen. */
export interface Visitor {
  get(path: string, headers?: Words): Promise<Answer>
  /** posts as the form of the page seen last would: with its token */
  post(path: string, fields?: Fields, headers?: Words): Promise<Answer>
  /** posts a file as the form of the page seen last would, and nothing else in it */
  upload(path: string, file: Uint8Array): Promise<Answer>
  /** posts these very words, nothing added */
  send(path: string, body: string | Uint8Array<ArrayBuffer>, headers?: Words): Promise<Answer>
  cookies: Map<string, string>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  /** where a redirect leads */
  readonly location: string | null
}

type Words = Readonly<Record<string, string>>
type Fields = Readonly<Record<string, string | readonly string[]>>

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
    const body = await response.text()
    token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? token
    return {
      status: response.status,
      headers: response.headers,
      body,
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
    async upload(path, file) {
      const form = new FormData()
      form.set('_csrf', token)
      form.set('file', new Blob([Uint8Array.from(file)]), 'a.bpmn')
      form.set('pasted', '')
      const encoded = new Response(form)
      return send(path, new Uint8Array(await encoded.arrayBuffer()), {
        'Content-Type': encoded.headers.get('content-type') ?? '',
      })
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
