import express, { type RequestHandler } from 'express'
import { TooLargeProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import { paths } from '../paths.js'

/** What a diagram may have, in bytes. */
const largest = 2 * 1024 * 1024
/** The other fields of the form, and what stands between them; a pasted text is as long as a file. */
const around = 64 * 1024

declare module 'express-serve-static-core' {
  interface Request {
    /** the file of an upload */
    upload?: Uint8Array
  }
}

/**
 * Reads the one form that brings a file, before its token is asked for: it stands among the fields. Only of who is
 * signed in; others send their megabytes in vain.
 */
export const readUpload: RequestHandler[] = [
  (request, response, next) => {
    if (request.method !== 'POST' || request.path !== paths.processImport || !request.actor) next()
    else bytes(request, response, error => next(error === undefined ? undefined : sizeProblem(error)))
  },
  async (request, _response, next) => {
    const type = request.get('content-type') ?? ''
    if (!Buffer.isBuffer(request.body)) return next()
    const form = await new Response(new Uint8Array(request.body), { headers: { 'content-type': type } })
      .formData()
      .catch(() => new FormData())
    const fields: Record<string, string> = {}
    for (const [name, value] of form) {
      if (typeof value === 'string') fields[name] = value
      else request.upload = new Uint8Array(await value.arrayBuffer())
    }
    request.body = fields
    next()
  },
]

const bytes = express.raw({ type: 'multipart/form-data', limit: 2 * largest + around })

/** Reads a diagram that a script sends, in JSON: each of its characters may have been escaped. */
export const readDiagramJson: RequestHandler = (request, response, next) =>
  json(request, response, error => next(error === undefined ? undefined : sizeProblem(error)))

const json = express.json({ limit: 2 * largest + around })

function sizeProblem(error: unknown): unknown {
  const { type } = error as { readonly type?: string }
  return type === 'entity.too.large'
    ? new TooLargeProblem(text('import.size'), text('import.size.over'), text('import.size.limit'))
    : error
}
