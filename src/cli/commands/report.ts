import { createWriteStream } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Argument, type Command } from 'commander'
import { formatInstant } from '../../calendar/index.js'
import type { Actor } from '../../casework/actor.js'
import { parseQuarter, quarterLabel } from '../../casework/quarter.js'
import { text } from '../../catalogue/index.js'
import { ledgerWorkbook, reportDocx } from '../../papers/index.js'
import { reportPaper } from '../../runtime/index.js'
import { openExisting } from '../existing.js'
import { InvalidOptionProblem } from '../problem.js'
import type { Terminal } from '../terminal.js'
import { commandNamed, configOf, print, type CommonOptions } from './base.js'

interface ReportOptions extends CommonOptions {
  readonly out: string
}

/** `report`: a quarter's report as a document, its ledger as a workbook, its figures as JSON. */
export function reportCommand(terminal: Terminal): Command {
  return commandNamed('report', { usage: text('cli.report.usage') })
    .addArgument(new Argument('<QUARTER>', text('cli.report.quarter')))
    .requiredOption('--out <DIR>', text('cli.report.out'))
    .action(async (typed: string, options: ReportOptions) => {
      const quarter = parseQuarter(typed)
      if (quarter === null)
        throw new InvalidOptionProblem('QUARTER', typed, text('cli.report.quarter.expected'))
      const config = configOf(terminal, options)
      const parts = await openExisting(terminal, options)
      if (parts === null)
        throw new InvalidOptionProblem('--data', config.dataDir, text('cli.report.data.expected'))
      try {
        const by = { name: text('cli.report.by'), when: formatInstant(terminal.clock.now()) }
        const paper = await reportPaper(parts, machine(by.name), quarter)
        await mkdir(options.out, { recursive: true })
        const file = (ending: string) => path.join(options.out, `${quarter}.${ending}`)
        const written = [file('docx'), file('xlsx'), file('json')] as const
        await whole(written[0], async at => {
          await writeFile(at, await reportDocx(paper, { by, officeName: config.officeName }))
        })
        await whole(written[1], at => pipeline(ledgerWorkbook(paper, by), createWriteStream(at)))
        await whole(written[2], at => writeFile(at, `${JSON.stringify(paper.figures, null, 2)}\n`))
        print(terminal, options, { quarter, draft: paper.draft, cases: paper.ledgerCount, files: written }, [
          text(paper.draft ? 'cli.report.draft' : 'cli.report.frozen', { quarter: quarterLabel(quarter) }),
          ...written,
        ])
      } finally {
        await parts.store.close()
      }
    })
}

/** A file is there whole, or as it was. */
async function whole(file: string, write: (at: string) => Promise<void>): Promise<void> {
  const unfinished = `${file}.unfinished`
  await write(unfinished)
  await rename(unfinished, file)
}

/** Who sits at the machine itself sees what the administrator sees. */
function machine(name: string): Actor {
  return { accountId: 0, name, role: 'admin', placeId: null, departmentId: null }
}
