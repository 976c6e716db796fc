import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino'
import type { LogLevel } from './settings.js'

/** Where the program tells what it does: one JSON line each on standard output. */
export type Log = Logger

/**
 * A log without personal data: nothing a person typed is ever put in, and what slips in under a telling name is struck
 * out. Ids, case numbers and activity ids are fine.
 */
export function createLog(level: LogLevel = 'info', to: DestinationStream = pino.destination(1)): Log {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: [...personal, ...personal.map(name => `*.${name}`)], censor: '***' },
  }
  return pino(options, to)
}

/** Says nothing; for tests. */
export const silentLog: Log = pino({ level: 'silent' })

const personal = [
  'body',
  'password',
  'contact',
  'phone',
  'reporterName',
  'agentName',
  'description',
  'cookie',
  'authorization',
  'token',
  'facts',
]
