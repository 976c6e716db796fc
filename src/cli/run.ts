import { CommanderError } from 'commander'
import { tellFailure } from './failure.js'
import { createProgram } from './program.js'
import type { Terminal } from './terminal.js'

/**
 * Runs one command line: what is asked for on standard output, what went wrong on standard error.
 * @returns the exit code: 0, or 1 for every problem
 */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0
  const program = createProgram(terminal, failed => {
    code = failed
  })
  try {
    if (words.length === 0) program.outputHelp()
    else await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    // help and version have been told
    if (error instanceof CommanderError && told.has(error.code)) return error.exitCode
    tellFailure(terminal, error, words.includes('--json'))
    return 1
  }
}

const told = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version'])
