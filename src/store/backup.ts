import { closeDatabase, openDatabase } from './database.js'
import { rawRows } from './writes.js'

/**
 * Writes the SQLite database, as it is at one moment, into a new file: safe while an office works on it, in another
 * process too. Nothing is migrated: the copy before an upgrade is the one that is needed most.
 * @param from, to SQLite files; `to` is not there yet
 * @throws when the copy, read once from end to end, is not sound
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const database = await openDatabase({ file: from })
  try {
    await database.writer.raw('vacuum into ?', [to])
  } finally {
    await closeDatabase(database)
  }
  const copy = await openDatabase({ file: to })
  try {
    const said = rawRows(await copy.reader.raw('pragma integrity_check')) as readonly {
      integrity_check: string
    }[]
    if (said.length !== 1 || said[0]?.integrity_check !== 'ok') throw new Error('the copy is not sound')
  } finally {
    await closeDatabase(copy)
  }
}
