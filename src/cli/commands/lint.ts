import { readFile } from 'node:fs/promises'
import { Argument, type Command } from 'commander'
import { text } from '../../catalogue/index.js'
import { examineFile } from '../../runtime/index.js'
import { FileUnreadableProblem } from '../problem.js'
import type { Terminal } from '../terminal.js'
import { commandNamed, print, type CommonOptions } from './base.js'

/** `lint`: what is wrong with a diagram, before it is put into force. `exit` is told 1 when it could not be. */
export function lintCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return commandNamed('lint', { usage: text('cli.lint.usage') })
    .addArgument(new Argument('<FILE>', text('cli.lint.file')))
    .action(async (file: string, options: CommonOptions) => {
      const problems = await examineFile(await readBytes(file))
      const errors = problems.filter(problem => problem.severity === 'error').length
      const counts = { errors, warnings: problems.length - errors }
      print(terminal, options, { file, ...counts, problems }, [
        ...problems.map(({ severity, elementId, message, rule }) =>
          text(`cli.lint.${severity}`, { element: elementId ?? text('cli.lint.whole'), message, rule }),
        ),
        problems.length === 0
          ? text('cli.lint.clean', { file })
          : text('cli.lint.counts', { file, ...counts }),
      ])
      if (errors > 0) exit(1)
    })
}

function readBytes(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: unknown) => {
    throw new FileUnreadableProblem(file, error)
  })
}
