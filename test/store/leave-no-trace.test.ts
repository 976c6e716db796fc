import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { pairsOf } from '../../src/casework/search.js'
import { wordMark } from '../../src/store/case-text.js'
import { closeDatabase } from '../../src/store/index.js'
import { onEveryDatabase, onSqliteFile } from '../helpers/database.js'
import { furnish, newCase, now } from './office.js'

const words = '密语在此'.repeat(3)
const long = `${words}，前后跑了三趟。`.repeat(400)

onSqliteFile('What was erased', fresh => {
  it('is in no byte of the file or of its log', async () => {
    const { store, database, target } = await fresh()
    const office = await furnish(store)
    const file = 'file' in target ? target.file : ''
    // rows before and after it in its pages, long and short, so that pages are split, filled and freed
    const others = (count: number) => Array.from({ length: count }, () => newCase(office))
    const mine = { reporterName: '密小语', agentName: '密代办', contact: '10000009173', contactTail: '9173' }
    const ids = await store.transaction(unit =>
      unit.cases.insert([
        ...others(30),
        newCase(office, { ...mine, description: long }),
        ...others(10),
        newCase(office, { ...mine, description: words }),
        ...others(30),
      ]),
    )
    const mineIds = [ids[30] ?? 0, ids[41] ?? 0]
    await store.transaction(unit =>
      unit.history.append(
        mineIds.map(caseId => ({ caseId, at: now, kind: 'case.commented', data: { words: long } })),
      ),
    )
    await store.leaveNoTrace()
    // names and numbers lie sealed, and even so they go: keys are kept, and copied
    const rows = (await database.reader('grievance_case').whereIn('id', mineIds)) as Record<string, string>[]
    const sealed = ['reporter_name', 'agent_name', 'contact'].map(column => rows[0]?.[column] ?? '')
    const secrets = ['密语', ...sealed].map(secret => Buffer.from(secret))
    const found = async () => {
      const bytes = Buffer.concat([await readFile(file), await readFile(`${file}-wal`)])
      return secrets.map(secret => bytes.includes(secret))
    }
    expect(await found(), 'it was there').to.deep.equal([true, true, true, true])
    const pairs = pairsOf('密语在此').map(wordMark)
    await database.writer.raw('create virtual table temp.vocabulary using fts5vocab (main, case_pair, row)')
    const indexed = async () =>
      ((await database.writer('vocabulary').whereIn('term', pairs)) as readonly unknown[]).length
    expect(await indexed()).to.equal(3)

    await store.transaction(async unit => {
      for (const id of mineIds) {
        const row = await unit.cases.byId(id)
        const set = { reporterName: '', agentName: null, contact: '', contactTail: '', description: '' }
        await unit.cases.update([{ id, expectedRevision: row?.revision ?? 0, set }])
        const history = await unit.history.ofCase(id)
        await unit.erasures.history(
          { at: now, rule: 'cases', by: null },
          history.map(entry => ({ id: entry.id, set: { data: {} } })),
        )
      }
    })
    expect(await found(), 'the log still has it').to.include(true)
    await store.leaveNoTrace()
    expect(await found()).to.deep.equal([false, false, false, false])
    expect(await indexed(), 'nor in the index of what cases are found by').to.equal(0)
    await closeDatabase(database)
  })
})

onEveryDatabase('Leaving no trace', fresh => {
  it('may be done at any time, and again', async () => {
    const { store } = await fresh()
    const office = await furnish(store)
    await store.transaction(unit => unit.cases.insert([newCase(office)]))
    await store.leaveNoTrace()
    await store.leaveNoTrace()
    expect(await store.views.caseList({ limit: 5, search: { terms: ['声明'], people: false } }))
      .property('rows')
      .to.have.lengthOf(1)
  })
})
