import { expect } from 'chai'
import { readFile, writeFile } from 'node:fs/promises'
import { onEveryDatabase } from '../helpers/database.js'
import { schemaOf } from './schema.js'

const snapshot = new URL('./schema.snapshot.json', import.meta.url)

onEveryDatabase('The tables', fresh => {
  // after a new migration: UPDATE_SNAPSHOT=1 npx mocha test/store/schema.test.ts, and look at the difference
  it('are those of the snapshot, on either database', async () => {
    const { database } = await fresh()
    const found = await schemaOf(database)
    if (process.env.UPDATE_SNAPSHOT && database.dialect === 'sqlite') {
      await writeFile(snapshot, `${JSON.stringify(found, null, 2)}\n`)
    }
    expect(found).to.deep.equal(JSON.parse(await readFile(snapshot, 'utf8')))
  })

  it('have an index for what each foreign key of a growing table is asked by', async () => {
    const { database } = await fresh()
    const { indexes, foreignKeys, tables } = await schemaOf(database)
    const asked = foreignKeys
      .map(key => key.split(' → ')[0] ?? '')
      .filter(key => /\.(case_id|instance_id|deadline_id|account_id|notice_id)$/.test(key))
      .map(key => key.split('.') as [string, string])
    for (const [table, column] of asked) {
      const leads = Object.values(indexes).some(on => new RegExp(`^${table} \\("?${column}\\b`).test(on))
      const isKey = Object.keys(tables[table] ?? {})[0] === column
      expect(leads || isKey || small.has(table), `${table}.${column}`).to.equal(true)
    }
  })
})

/** A few rows a quarter. */
const small = new Set(['quarter_report', 'report_acknowledgement'])
