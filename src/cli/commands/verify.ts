import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { text } from '../../catalogue/index.js'
import { formatInstant } from '../../calendar/index.js'
import { headsFile, lastKeptHead, type KeptHead } from '../../kept-heads.js'
import { findingWords, verifyTrail, type TrailVerdict } from '../../runtime/index.js'
import { openExisting } from '../existing.js'
import { InvalidOptionProblem } from '../problem.js'
import type { Terminal } from '../terminal.js'
import { commandNamed, configOf, print, type CommonOptions } from './base.js'

interface VerifyOptions extends CommonOptions {
  readonly head?: string
}

/** `verify`: whether the audit trail is as the house wrote it; the exit code is 1 when it is not. */
export function verifyCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return commandNamed('verify')
    .option('--head <FILE>', text('cli.verify.head'))
    .action(async (options: VerifyOptions) => {
      const kept = keptHeads(terminal, options)
      const parts = await openExisting(terminal, options)
      if (parts === null)
        throw new InvalidOptionProblem('--data', options.data ?? '', text('cli.verify.noData'))
      try {
        const verdict = await verifyTrail(parts, kept)
        const result = { intact: verdict.found === 0, ...verdict, keptHeads: kept.length }
        print(terminal, options, result, verdictLines(verdict, kept))
        if (verdict.found > 0) exit(1)
      } finally {
        await parts.store.close()
      }
    })
}

/** The last head of the data directory’s file, and the one that was handed in. */
function keptHeads(terminal: Terminal, options: VerifyOptions): KeptHead[] {
  const files = [
    headsFile(configOf(terminal, options)),
    ...(options.head === undefined ? [] : [options.head]),
  ]
  return files.flatMap(file => {
    try {
      const head = lastKeptHead(file)
      if (head === null && file === options.head) readFileSync(file)
      return head ?? []
    } catch {
      throw new InvalidOptionProblem('--head', file, text('cli.verify.head.expected'))
    }
  })
}

function verdictLines(verdict: TrailVerdict, kept: readonly KeptHead[]): string[] {
  const { rows, erased, heads, last, findings, found } = verdict
  const length = last?.position ?? 0
  const newest = kept.toSorted((one, other) => one.position - other.position).at(-1)
  return [
    ...findings.map(findingWords),
    ...(found > findings.length ? [text('cli.verify.more', { count: found - findings.length })] : []),
    found === 0
      ? text('cli.verify.intact', { rows, length, heads })
      : text('cli.verify.found', { found, rows }),
    ...(erased > 0 ? [text('cli.verify.erased', { erased })] : []),
    newest
      ? text('cli.verify.kept', { position: newest.position, at: formatInstant(newest.at) })
      : text('cli.verify.noKept'),
  ]
}
