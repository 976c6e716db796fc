import express, { type RequestHandler } from 'express'

/** What one form may send, percent-encoded: a Chinese character takes nine bytes of it, so some 28,000 characters. */
const bodyLimit = 256 * 1024

/**
 * Reads forms. Flat fields only (`a=1&a=2` is a list): nothing a sender writes becomes a nested object.
 * Longer bodies and absurdly many fields are turned away before they are read to their end.
 */
export const readForm: RequestHandler = express.urlencoded({
  extended: false,
  limit: bodyLimit,
  parameterLimit: 500,
})
