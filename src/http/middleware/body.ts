import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'

/** What one form may send, percent-encoded: a Chinese character takes nine bytes of it, so some 28,000 characters. */
const bodyLimit = 256 * 1024

/**
 * Reads forms. Flat fields only (`a=1&a=2` is a list): nothing a sender writes becomes a nested object.
 * Longer bodies and absurdly many fields are turned away before they are read to their end.
 */
export function readForm(request: Request, response: Response, next: NextFunction): void {
  if (request.is('urlencoded') !== false) cutOff(request, 32 * bodyLimit)
  readFields(request, response, next)
}

const readFields: RequestHandler = express.urlencoded({
  extended: false,
  limit: bodyLimit,
  parameterLimit: 500,
})

/**
 * What is over a bound is read to its end, so that the answer finds its way; what has no end is cut off here. To be
 * called in the same breath as what reads the body.
 */
export function cutOff(request: Pick<Request, 'on' | 'destroy'>, bytes: number): void {
  let come = 0
  request.on('data', (chunk: Buffer) => {
    come += chunk.length
    if (come > bytes) request.destroy()
  })
}
