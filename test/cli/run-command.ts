import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommandLine } from '../../src/cli/run.js'
import type { Terminal } from '../../src/cli/terminal.js'
import { handClock } from '../../src/clock.js'
import type { Environment } from '../../src/settings.js'

/** What a command line came to. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command line in this process, on a clock that stands still, in an environment that says nothing. */
export async function run(
  words: readonly string[],
  {
    now = '2026-11-24T10:00:00+08:00',
    environment = {},
    input = '',
    stopped = () => new Promise<void>(() => undefined),
  }: { now?: string; environment?: Environment; input?: string; stopped?: () => Promise<void> } = {},
): Promise<Ran> {
  const said = { out: '', err: '' }
  const terminal: Terminal = {
    out: text => void (said.out += text),
    err: text => void (said.err += text),
    environment: { BANDECHENG_DATA: path.join(tmpdir(), 'bdc-nowhere'), LOG_LEVEL: 'silent', ...environment },
    clock: handClock(now),
    input: () => Promise.resolve(input),
    stopped,
  }
  const code = await runCommandLine(words, terminal)
  return { code, ...said }
}

/** A folder of a test’s own. */
export function temporaryFolder(): { readonly at: string; remove(): void } {
  const at = mkdtempSync(path.join(tmpdir(), 'bdc-cli-'))
  return { at, remove: () => rmSync(at, { recursive: true, force: true }) }
}
