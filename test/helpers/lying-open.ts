import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Database } from '../../src/store/index.js'

/** Every place of the database where one of these words lies open: table, column, word, and what stands there. */
export async function lyingOpen({ reader }: Database, words: readonly string[]): Promise<string[]> {
  const tables = await reader<{ name: string; type: string; sql: string }>('sqlite_master')
    .where({ type: 'table' })
    .select('name')
  const found: string[] = []
  for (const { name } of tables) {
    for (const row of await reader<Record<string, unknown>>(name)) {
      for (const [column, value] of Object.entries(row)) {
        const open = words.filter(word => String(value).includes(word))
        found.push(...open.map(word => `${name}.${column}: ${word} in ${String(value).slice(0, 200)}`))
      }
    }
  }
  return found
}

/** Which of these words stand in a file of this folder, read as bytes: the log of SQLite and its free pages too. */
export function inFiles(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .flatMap(entry => {
      const bytes = readFileSync(path.join(entry.parentPath, entry.name))
      return words.filter(word => bytes.includes(word)).map(word => `${entry.name}: ${word}`)
    })
}
