import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Config } from '../config.js'
import type { LedgerExportKind } from '../runtime/index.js'

/** The folder in which large exports are written and wait to be fetched. */
export interface ExportFiles {
  /** Where the file of an export lies. */
  pathOf(one: ExportFile): string
  /** Writes it; a file is whole or not there. */
  write(one: ExportFile, content: Readable): Promise<void>
  remove(one: ExportFile): Promise<void>
}

interface ExportFile {
  readonly id: number
  readonly kind: LedgerExportKind
}

export function exportFiles({ dataDir }: Pick<Config, 'dataDir'>): ExportFiles {
  const folder = path.join(dataDir, 'exports')
  const pathOf = ({ id, kind }: ExportFile) => path.join(folder, `${id}.${kind}`)
  return {
    pathOf,

    async write(one, content) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const draft = `${pathOf(one)}.part`
      try {
        await pipeline(content, createWriteStream(draft, { mode: 0o600 }))
        await rename(draft, pathOf(one))
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },

    remove: one => rm(pathOf(one), { force: true }),
  }
}
