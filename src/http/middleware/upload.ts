import express, { type Request, type RequestHandler, type Response } from 'express'
import { attachmentLimits } from '../../casework/attachment.js'
import { TooLargeProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import { paths } from '../paths.js'
import { cutOff } from './body.js'
import { discard, readMultipart, type MultipartBounds, type UploadedFile } from './multipart.js'
import { limitTries } from './rate-limit.js'

declare module 'express-serve-static-core' {
  interface Request {
    /** the files of a form; gone when it has been answered */
    uploads?: readonly UploadedFile[]
  }
}

/** What a diagram may have, in bytes. */
const largestDiagram = 2 * 1024 * 1024
/** Beside a diagram in JSON: each of its characters may be escaped. */
const jsonLimit = 2 * largestDiagram + 64 * 1024

const diagram: MultipartBounds = { fileBytes: largestDiagram, fieldBytes: largestDiagram, files: 1 }
const attachments: MultipartBounds = {
  fileBytes: attachmentLimits.bytes,
  fieldBytes: 64 * 1024,
  files: attachmentLimits.atOnce + 1, // one more, to be told that it is one too many
}

/** The forms that bring files, and whether one must be signed in: others send their megabytes in vain. */
const forms: readonly { path: RegExp; bounds: MultipartBounds; signedIn: boolean }[] = [
  { path: like(paths.processImport), bounds: diagram, signedIn: true },
  { path: like(paths.caseFiles), bounds: attachments, signedIn: true },
  { path: like(paths.task), bounds: attachments, signedIn: true },
  { path: like(paths.report), bounds: attachments, signedIn: false },
  { path: like(paths.reportFiles), bounds: attachments, signedIn: false },
  { path: like(paths.trackNotes), bounds: attachments, signedIn: false },
]

/**
 * Reads forms that bring files, before their token is asked for: it stands among the fields.
 * @param folder where the files lie until the request is answered
 */
export function readUpload(folder: string): RequestHandler {
  // a hall full of people may share one address
  const limit = limitTries({ minutes: 10, tries: 240 })
  return async (request, response, next) => {
    const form = request.is('multipart/form-data')
      ? forms.find(each => each.path.test(request.path))
      : undefined
    if (request.method !== 'POST' || !form || (form.signedIn && request.actor === null)) {
      next()
      return
    }
    if (Number(request.get('content-length') ?? 0) > mostOf(form.bounds)) throw sizeProblem(form.bounds)
    if (!request.actor) await passed(limit, request, response)
    const { fields, files, fieldTooLarge } = await readMultipart(request, folder, form.bounds)
    response.once('close', () => void discard(files))
    request.body = fields
    request.uploads = files
    if (fieldTooLarge) throw sizeProblem(form.bounds)
    next()
  }
}

const readJson: RequestHandler = express.json({ limit: jsonLimit })

/** Reads a diagram that a script sends. */
export const readDiagramJson: RequestHandler = (request, response, next) => {
  cutOff(request, 4 * jsonLimit)
  readJson(request, response, (error?: unknown) => {
    next(isTooLarge(error) ? sizeProblem(diagram) : error)
  })
}

function passed(handler: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void handler(request, response, (error?: unknown) => {
      if (error === undefined) resolve()
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- handed on as it came
      else reject(error)
    })
  })
}

function like(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)
}

function mostOf({ fileBytes, fieldBytes, files }: MultipartBounds): number {
  return files * fileBytes + 4 * fieldBytes + 64 * 1024
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'type' in error && error.type === 'entity.too.large'
}

/** @returns the refusal of what is too long, in the words of the form */
export function sizeProblem(bounds: MultipartBounds = diagram): TooLargeProblem {
  if (bounds === diagram)
    return new TooLargeProblem(text('import.size'), text('import.size.over'), text('import.size.limit'))
  return new TooLargeProblem(
    text('attachment.size'),
    text('attachment.size.over'),
    text('attachment.size.limit', { count: attachmentLimits.atOnce }),
  )
}
