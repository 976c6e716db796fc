import type { Command } from 'commander'
import { formatDate, localDateOf } from '../../calendar/index.js'
import { RETENTION } from '../../casework/retention.js'
import { text } from '../../catalogue/index.js'
import { exportFiles } from '../../http/index.js'
import { retain, retentionDryRun, type DryRun, type Erased } from '../../runtime/index.js'
import { aligned } from '../columns.js'
import { openExisting } from '../existing.js'
import { InvalidOptionProblem } from '../problem.js'
import type { Terminal } from '../terminal.js'
import { commandNamed, configOf, print, type CommonOptions } from './base.js'

interface RetentionOptions extends CommonOptions {
  readonly dryRun?: boolean
}

/** `retention`: erases what has been kept long enough; with `--dry-run` says what that would be. */
export function retentionCommand(terminal: Terminal): Command {
  return commandNamed('retention')
    .option('--dry-run', text('cli.retention.dryRun'))
    .action(async (options: RetentionOptions) => {
      const parts = await openExisting(terminal, options)
      if (parts === null)
        throw new InvalidOptionProblem('--data', options.data ?? '', text('cli.verify.noData'))
      try {
        const found = await retentionDryRun(parts, null)
        if (options.dryRun === true) {
          print(terminal, options, found, dryRunLines(found))
          return
        }
        const done = new Map<Erased['kind'], number>()
        await retain(
          parts,
          { by: null, exports: exportFiles(configOf(terminal, options)) },
          ({ kind, count }) => {
            done.set(kind, count + (done.get(kind) ?? 0))
          },
        )
        const erased = [...done].map(([kind, count]) => ({ kind, count }))
        print(terminal, options, { erased, kept: found.kept }, erasedLines(erased))
      } finally {
        await parts.store.close()
      }
    })
}

function dryRunLines({ kinds, cases, kept }: DryRun): string[] {
  const count = kinds.find(({ kind }) => kind === 'cases')?.due.count ?? 0
  const more = count - cases.length
  return [
    text('cli.retention.dry'),
    ...aligned([
      ['kind', 'term', 'due', 'oldest'].map(column => text(`retention.column.${column}`)),
      ...kinds.map(({ kind, value, due }) => [
        text(`retention.${kind}.what`),
        termWords(kind, value),
        due.count === 0 ? text('retention.due.none') : String(due.count),
        due.oldest === null ? '' : dayOf(due.oldest),
      ]),
    ]).map(line => `  ${line}`),
    ...(cases.length === 0
      ? []
      : [
          text('cli.retention.cases'),
          ...cases.map(
            ({ number, closedAt }) => `  ${number} ${text('retention.dry.closed', { day: dayOf(closedAt) })}`,
          ),
          ...(more > 0 ? [`  ${text('retention.dry.more', { count: more })}`] : []),
          text('retention.dry.left'),
        ]),
    ...(kept.length === 0
      ? []
      : [
          text('cli.retention.kept'),
          ...kept.map(({ number, why }) => `  ${number} ${text(`retention.kept.${why}`)}`),
        ]),
  ]
}

function erasedLines(erased: readonly Erased[]): string[] {
  if (erased.length === 0) return [text('cli.retention.none')]
  return [
    text('cli.retention.done'),
    ...erased.map(({ kind, count }) => `  ${text(`retention.${kind}.what`)} ${count}`),
  ]
}

function termWords(kind: DryRun['kinds'][number]['kind'], value: number): string {
  return text(`retention.term.${RETENTION[kind].unit}`, { value })
}

function dayOf(instant: string): string {
  return formatDate(localDateOf(instant))
}
