import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Argument, type Command } from 'commander'
import { text } from '../../catalogue/index.js'
import { filesFolder, type Config } from '../../config.js'
import { copyKept } from '../../files/index.js'
import { headsFile } from '../../kept-heads.js'
import { databaseFile } from '../../main.js'
import { copyDatabase } from '../../store/index.js'
import { dataIsThere } from '../existing.js'
import { InvalidOptionProblem } from '../problem.js'
import type { Terminal } from '../terminal.js'
import { commandNamed, configOf, print, type CommonOptions } from './base.js'

/**
 * `backup`: a data directory of its own without the secrets, while the office goes on working. It is there whole or not at
 * all, and it is not migrated: the copy before an upgrade is the one that is needed most.
 */
export function backupCommand(terminal: Terminal): Command {
  return commandNamed('backup', { usage: text('cli.backup.usage') })
    .addArgument(new Argument('<DIR>', text('cli.backup.folder')))
    .action(async (named: string, options: CommonOptions) => {
      const to = path.resolve(named)
      if (!dataIsThere(terminal, options))
        throw new InvalidOptionProblem('--data', options.data ?? '', text('cli.report.data.expected'))
      if ((await namesIn(to)).length > 0)
        throw new InvalidOptionProblem('DIR', named, text('cli.backup.folder.expected'))
      const config = configOf(terminal, options)
      const partial = `${to}.partial`
      await rm(partial, { recursive: true, force: true })
      await mkdir(partial, { recursive: true, mode: 0o700 })
      const copied = await copyInto(partial, config)
      await rm(to, { recursive: true, force: true })
      await rename(partial, to)
      const done = { folder: to, files: copied.files, size: megabytes(copied.bytes) }
      print(terminal, options, { ...copied, folder: to }, [
        config.databaseUrl === null ? text('cli.backup.done', done) : text('cli.backup.postgres', done),
        text('cli.backup.secrets', { keys: config.contactKeysFile }),
        text('cli.backup.restore'),
      ])
    })
}

/**
 * The order matters. The heads first: one that was signed after the database was copied would tell of an end cut off. The
 * files last: a row is written after its file, so the later copy has every file that the earlier one names.
 */
async function copyInto(folder: string, config: Config): Promise<{ bytes: number; files: number }> {
  const heads = headsFile(config)
  if (existsSync(heads)) await cp(heads, headsFile({ dataDir: folder }))
  const database = path.join(folder, databaseFile)
  const ours = config.databaseUrl === null
  if (ours) await copyDatabase(path.join(config.dataDir, databaseFile), database)
  const files = await copyKept(filesFolder(config), filesFolder({ dataDir: folder }))
  return { files, bytes: ours ? (await stat(database)).size : 0 }
}

/** What lies there; of a file, the file itself. */
async function namesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  return (await stat(folder)).isDirectory() ? readdir(folder) : [folder]
}

function megabytes(bytes: number): string {
  return text('cli.backup.size', { megabytes: (bytes / 1_000_000).toFixed(1) })
}
