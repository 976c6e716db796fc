import express, { type NextFunction, type RequestHandler } from 'express'
import { TooLargeProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import { readParts } from '../forms/multipart.js'
import { paths } from '../paths.js'

/** What a diagram may have, in bytes. */
const largest = 2 * 1024 * 1024
/** Beside a diagram: the other fields, and what a sender puts around and into them. */
const around = 64 * 1024
/** A file and a pasted text, or a text each of whose characters JSON may escape. */
const limit = 2 * largest + around

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
  onlyFor(
    request => request.method === 'POST' && request.path === paths.processImport && request.actor !== null,
    express.raw({ type: 'multipart/form-data', limit }),
  ),
  (request, _response, next) => {
    const body: unknown = request.body
    if (Buffer.isBuffer(body)) {
      const parts = readParts(request.get('content-type') ?? '', body)
      request.upload = parts.find(({ isFile }) => isFile)?.content ?? new Uint8Array()
      request.body = Object.fromEntries(
        parts.flatMap(({ name, isFile, content }) => (isFile ? [] : [[name, content.toString('utf8')]])),
      ) as Readonly<Record<string, string>>
    }
    next()
  },
]

/** Reads a diagram that a script sends. */
export const readDiagramJson: RequestHandler = onlyFor(() => true, express.json({ limit }))

/** A reader of bodies whose refusal of what is too long is said in the words of the form. */
function onlyFor(
  applies: (request: Parameters<RequestHandler>[0]) => boolean,
  reader: RequestHandler,
): RequestHandler {
  return (request, response, next: NextFunction) => {
    if (!applies(request)) {
      next()
      return
    }
    void reader(request, response, (error?: unknown) => {
      next(isTooLarge(error) ? sizeProblem() : error)
    })
  }
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'type' in error && error.type === 'entity.too.large'
}

function sizeProblem(): TooLargeProblem {
  return new TooLargeProblem(text('import.size'), text('import.size.over'), text('import.size.limit'))
}
