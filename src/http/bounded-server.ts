import { createServer, type RequestListener, type Server } from 'node:http'

/** How long and how much a client may take of the server’s line; times in milliseconds. */
export interface LineLimits {
  /** until all headers have come */
  readonly headers: number
  /** until the whole request has come: a photo over a poor line takes its minutes */
  readonly request: number
  /** until a line on which nothing moves is closed, such as that of who does not read what was asked for */
  readonly silence: number
  /** until a line on which nothing more is asked is closed */
  readonly idle: number
  /** lines at once, of all clients; more are not taken */
  readonly lines: number
  /** headers of a request, and bytes of them */
  readonly headerCount: number
  readonly headerBytes: number
}

/** What an office with a hall full of people is far from. The board’s events beat every fifteen seconds. */
export const lineLimits: LineLimits = {
  headers: 15_000,
  request: 300_000,
  silence: 120_000,
  idle: 5_000,
  lines: 1000,
  headerCount: 100,
  headerBytes: 16 * 1024,
}

/** A server whose sockets nobody can keep for ever, by sending drop by drop, sending nothing or reading nothing. */
export function createBoundedServer(answer: RequestListener, limits: LineLimits = lineLimits): Server {
  const server = createServer(
    {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      connectionsCheckingInterval: Math.ceil(limits.headers / 3),
      keepAliveTimeout: limits.idle,
      maxHeaderSize: limits.headerBytes,
    },
    answer,
  )
  server.timeout = limits.silence
  server.maxConnections = limits.lines
  server.maxHeadersCount = limits.headerCount
  return server
}
