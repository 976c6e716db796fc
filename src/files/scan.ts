import { spawn } from 'node:child_process'

/** What a check for malware says of a file; `unknown` when it could not be asked. */
export type ScanAnswer = 'clean' | 'suspect' | 'unknown'

/** Asks about the file at this path. Never throws: who cannot be asked has not answered. */
export type Scan = (file: string) => Promise<ScanAnswer>

const patience = 30_000

/**
 * A check by a command of the office's, such as `clamdscan --fdpass --no-summary`: it is given the file's path as its
 * last word, and says 0 for clean and 1 for found, which is what ClamAV and its likes do. It runs without a shell.
 */
export function scanBy(command: string): Scan {
  const [program = '', ...words] = command.trim().split(/\s+/)
  return file =>
    new Promise(resolve => {
      const run = spawn(program, [...words, file], { stdio: 'ignore', timeout: patience })
      run.once('error', () => {
        resolve('unknown')
      })
      run.once('exit', code => {
        resolve(code === 0 ? 'clean' : code === 1 ? 'suspect' : 'unknown')
      })
    })
}
