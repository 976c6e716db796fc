import { Busboy } from '@fastify/busboy'
import type { Request } from 'express'
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { HttpError } from '../http-error.js'
import { cutOff } from './body.js'

/** One file of a form: where it lies until the request has been answered. */
export interface UploadedFile {
  readonly field: string
  /** as the sender calls it: to be shown, never to be trusted */
  readonly name: string
  readonly path: string
  /** it was longer than it may be; the rest was thrown away as it came */
  readonly tooLarge: boolean
}

/** What a form in parts may have. */
export interface MultipartBounds {
  readonly fileBytes: number
  readonly fieldBytes: number
  readonly files: number
}

/** A form that came in parts (RFC 7578). */
export interface MultipartForm {
  /** as `readForm` gives them: a word, or several of the same name */
  readonly fields: Readonly<Record<string, string | string[]>>
  /** without those that nobody chose */
  readonly files: readonly UploadedFile[]
  /** a word was longer than it may be */
  readonly fieldTooLarge: boolean
}

/**
 * Reads a form in parts as it comes, its files straight to the disk: nothing of them is held in memory, and what goes
 * over a bound is not written. What it wrote is gone again when it fails.
 * @throws HttpError when it is no such form, or breaks off
 */
export async function readMultipart(
  request: Request,
  folder: string,
  bounds: MultipartBounds,
): Promise<MultipartForm> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const fields = new Map<string, string | string[]>()
  const streams: Readable[] = []
  const writing: Promise<UploadedFile | null>[] = []
  let fieldTooLarge = false
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (cause?: unknown) => {
        request.unpipe()
        request.resume() // read to its end, so that the answer finds its way
        for (const stream of streams) stream.destroy(new Error('the form broke off'))
        reject(new HttpError(400, 'badRequest', { cause }))
      }
      try {
        const parser = new Busboy({
          headers: { 'content-type': request.get('content-type') ?? '' },
          limits: {
            fileSize: bounds.fileBytes,
            fieldSize: bounds.fieldBytes,
            files: bounds.files,
            fields: 200,
            headerPairs: 20,
          },
        })
        parser.on('file', (field, stream, name) => {
          streams.push(stream)
          writing.push(written(stream, { field, name, folder }))
        })
        parser.on('field', (field, value, _nameTruncated, valueTruncated) => {
          fieldTooLarge ||= valueTruncated
          const before = fields.get(field)
          fields.set(field, before === undefined ? value : [before, value].flat())
        })
        parser.once('error', fail)
        parser.once('finish', resolve)
        request.once('aborted', fail)
        cutOff(request, 2 * bounds.files * (bounds.fileBytes + bounds.fieldBytes))
        request.pipe(parser)
      } catch (error) {
        fail(error) // a content type without a boundary
      }
    })
    const files = (await Promise.all(writing)).filter(file => file !== null)
    return { fields: Object.fromEntries(fields), files, fieldTooLarge }
  } catch (error) {
    await discard((await Promise.all(writing)).filter(file => file !== null))
    throw error
  }
}

/** Throws away what a request brought. */
export async function discard(files: readonly UploadedFile[]): Promise<void> {
  await Promise.all(files.map(file => rm(file.path, { force: true })))
}

async function written(
  stream: Readable & { truncated: boolean },
  { field, name, folder }: { field: string; name: string | undefined; folder: string },
): Promise<UploadedFile | null> {
  const file = path.join(folder, randomUUID())
  const chosen = name !== undefined && name !== ''
  try {
    await pipeline(stream, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
  } catch {
    await rm(file, { force: true }) // it broke off, which the parser says as well
    return null
  }
  if (chosen) return { field, name, path: file, tooLarge: stream.truncated }
  await rm(file, { force: true })
  return null
}
