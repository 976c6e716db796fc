import { Command } from 'commander'
import { text } from '../catalogue/index.js'
import { accountCommand } from './commands/account.js'
import { backupCommand } from './commands/backup.js'
import { calendarCommand } from './commands/calendar.js'
import { dueCommand } from './commands/due.js'
import { keysCommand } from './commands/keys.js'
import { lintCommand } from './commands/lint.js'
import { migrateCommand } from './commands/migrate.js'
import { reportCommand } from './commands/report.js'
import { retentionCommand } from './commands/retention.js'
import { seedCommand } from './commands/seed.js'
import { serveCommand } from './commands/serve.js'
import { simulateCommand } from './commands/simulate.js'
import { verifyCommand } from './commands/verify.js'
import { speakChinese } from './help.js'
import type { Terminal } from './terminal.js'
import { programVersion } from './version.js'

/** The command line with all its commands. `exit` is told the code of a command that answers and yet says no. */
export function createProgram(terminal: Terminal, exit: (code: number) => void): Command {
  const program = new Command('bandecheng')
    .description(text('cli.what'))
    .usage(text('cli.usage'))
    .version(programVersion(), '-V, --version', text('cli.option.version'))
    .addHelpText('after', `\n${text('cli.more')}`)
  for (const command of [
    serveCommand(terminal),
    migrateCommand(terminal),
    seedCommand(terminal),
    accountCommand(terminal),
    calendarCommand(terminal, exit),
    dueCommand(terminal),
    lintCommand(terminal, exit),
    simulateCommand(terminal),
    reportCommand(terminal),
    verifyCommand(terminal, exit),
    backupCommand(terminal),
    keysCommand(terminal),
    retentionCommand(terminal),
  ])
    program.addCommand(command)
  speakChinese(program, terminal)
  return program
}
