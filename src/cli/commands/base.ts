import { Command } from 'commander'
import { text } from '../../catalogue/index.js'
import { readConfig } from '../../config.js'
import type { Config, ConfigOptions } from '../../config.js'
import { InvalidOptionProblem } from '../problem.js'
import type { Terminal } from '../terminal.js'

/** What every command takes. */
export interface CommonOptions {
  /** the data directory; absent when not said */
  readonly data?: string
  readonly json?: boolean
}

/** A command with the options that all of them have. `key` names its sentences in the catalogue. */
export function commandNamed(
  name: string,
  { usage = text('cli.usage.options'), key = name }: { usage?: string; key?: string } = {},
): Command {
  return new Command(name)
    .description(text(`cli.${key}.what`))
    .usage(usage)
    .option('--data <DIR>', text('cli.option.data'), parseFolder)
    .option('--json', text('cli.option.json'))
}

/** The settings for a command: the environment, ruled over by what was said. */
export function configOf(terminal: Terminal, { data }: CommonOptions, said: ConfigOptions = {}): Config {
  return readConfig(terminal.environment, { ...(data === undefined ? {} : { dataDir: data }), ...said })
}

/** Prints a result: in words, a line each, or as JSON. */
export function print(
  terminal: Terminal,
  { json }: CommonOptions,
  result: unknown,
  lines: readonly string[],
): void {
  terminal.out(json ? `${JSON.stringify(result, null, 2)}\n` : lines.map(line => `${line}\n`).join(''))
}

/** `--data --json` is a forgotten value, not a folder of that name. */
function parseFolder(value: string): string {
  if (value !== '' && !value.startsWith('-')) return value
  throw new InvalidOptionProblem('--data', value, text('cli.option.data.expected'))
}
