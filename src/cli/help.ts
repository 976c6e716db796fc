import type { Command } from 'commander'
import { text } from '../catalogue/index.js'
import { columnsOf } from './columns.js'
import type { Terminal } from './terminal.js'

/** Gives a command and all below it Chinese help, our own streams, and errors that are thrown and told in one place. */
export function speakChinese(command: Command, terminal: Terminal): void {
  command
    .exitOverride()
    .helpOption('-h, --help', text('cli.option.help'))
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => undefined })
    .configureHelp({
      styleTitle: title => titles.get(title) ?? title,
      displayWidth: columnsOf,
      // commander’s own notes on defaults and choices are English; ours stand in the descriptions
      optionDescription: option => option.description,
      subcommandTerm: each => each.name(),
    })
  for (const each of command.commands) speakChinese(each, terminal)
}

const titles = new Map([
  ['Usage:', text('cli.help.usage')],
  ['Arguments:', text('cli.help.arguments')],
  ['Options:', text('cli.help.options')],
  ['Commands:', text('cli.help.commands')],
])
