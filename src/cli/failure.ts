import { CommanderError } from 'commander'
import { CalendarError, CalendarFileInvalidError } from '../calendar/index.js'
import { DefinitionRefusedProblem } from '../casework/diagram-problem.js'
import { InvalidAnswersProblem, Problem } from '../casework/problem.js'
import { hasText, text } from '../catalogue/index.js'
import { EngineError } from '../engine/index.js'
import type { Terminal } from './terminal.js'

/** What went wrong, as it is told: a stable code, a Chinese sentence, and a line for each thing it is about. */
interface Failure {
  readonly problem: string
  readonly message: string
  readonly details?: readonly string[]
}

/** Tells it on standard error: in words, or as one JSON object. */
export function tellFailure(terminal: Terminal, error: unknown, json: boolean): void {
  const failure = failureOf(error)
  if (json) {
    terminal.err(`${JSON.stringify(failure)}\n`)
    return
  }
  terminal.err(`${text('cli.failed', { message: failure.message })}\n`)
  for (const line of failure.details ?? []) terminal.err(`  ${line}\n`)
  if (
    failure.problem === 'unexpected' &&
    terminal.environment.LOG_LEVEL === 'debug' &&
    error instanceof Error
  )
    terminal.err(`${error.stack ?? ''}\n`)
}

/** The failure that an error is. */
function failureOf(error: unknown): Failure {
  if (error instanceof Problem) return { problem: error.code, message: error.message, ...detailsOf(error) }
  if (error instanceof CalendarFileInvalidError)
    return {
      ...said(error.code, error.details),
      details: error.faults.map(({ at, reason }) => text('cli.calendar.fault', { at, reason })),
    }
  if (error instanceof CalendarError) return said(error.code, error.details)
  if (error instanceof CommanderError) return misused(error)
  if (error instanceof EngineError && hasText(`problem.${error.code}`)) return said(error.code, error.details)
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) }
  if (code !== undefined && unusableDatabase.test(code)) return said('databaseUnusable', { reason: message })
  if (code !== undefined && unusableFolder.has(code)) return said('dataDirUnusable', { reason: message })
  return said('unexpected', { reason: message })
}

function detailsOf(error: Problem): Pick<Failure, 'details'> {
  if (error instanceof InvalidAnswersProblem)
    return { details: Object.entries(error.fields).map(([field, sentence]) => `${field}: ${sentence}`) }
  if (error instanceof DefinitionRefusedProblem && Array.isArray(error.details.problems))
    return { details: error.details.problems.map((one: { message: string }) => one.message) }
  return {}
}

/** What commander says in English, with the name it stands for in quotes, `'--foo'`. */
function misused({ code, message }: CommanderError): Failure {
  const kind = code.replace(/^commander\./, '')
  const name = /'([^']*)'/.exec(message)?.[1] ?? ''
  return hasText(`problem.${kind}`) ? said(kind, { name }) : said('unexpected', { reason: message })
}

function said(problem: string, details: Readonly<Record<string, unknown>>): Failure {
  return { problem, message: text(`problem.${problem}`, details) }
}

const unusableDatabase =
  /^(SQLITE_(CANTOPEN|NOTADB|CORRUPT|READONLY|FULL|IOERR)|ECONNREFUSED|28P01|3D000|28000)$/
const unusableFolder = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC'])
