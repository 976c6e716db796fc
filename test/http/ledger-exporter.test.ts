import { access, readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { readLedgerQuery } from '../../src/http/forms/ledger-query.js'
import { createLedgerExporter } from '../../src/http/ledger-exporter.js'
import { exportFiles } from '../../src/http/index.js'
import { exportProgress, retain } from '../../src/runtime/index.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'

describe('A large export of the ledger', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice()
    for (const item of ['甲', '乙', '丙']) await office.register({ item: `事项${item}` })
  })
  afterEach(() => office.close())

  const csv = { kind: 'csv' as const, query: readLedgerQuery({ columns: 'position.item' }) }
  const exporterOf = (atOnce: number) =>
    createLedgerExporter(office.parts, { dataDir: office.folder }, atOnce)

  /** Waits for the writing itself: the progress ends when the row says how. */
  async function written(id: number): Promise<void> {
    while (office.parts.progress.of(exportProgress(id)) !== null)
      await new Promise(resolve => setImmediate(resolve))
  }

  it('is written to a file first, which whoever asked can fetch and nobody else', async () => {
    const { officer, otherOfficer } = office.people
    const exporter = exporterOf(2)
    expect(await exporter.take(officer, csv)).to.equal(null)
    const [one] = await exporter.list(officer)
    expect(one).to.include({ standing: 'writing', total: 3, own: true })
    await written(one!.id)
    expect((await exporter.one(officer, one!.id)).standing).to.equal('written')
    const { path } = await exporter.file(officer, one!.id)
    const lines = (await readFile(path, 'utf8')).trim().split('\r\n')
    expect(lines.slice(1, -1)).to.deep.equal(['1,事项丙', '2,事项乙', '3,事项甲'])
    expect(lines.at(-1)).to.include('officer甲于')
    const refused = await exporter.file(otherOfficer, one!.id).catch((error: unknown) => error)
    expect(refused).to.include({ name: 'NotFoundProblem' })
  })

  it('is sent at once when it is small', async () => {
    expect(await exporterOf(3).take(office.people.officer, csv)).not.to.equal(null)
  })

  it('that a stop broke off says so, and is gone after a week with its record left', async () => {
    const { officer } = office.people
    const { parts, clock } = office
    const at = clock.now()
    await parts.store.transaction(unit =>
      unit.ledgerExports.begin({
        accountId: officer.accountId,
        at,
        kind: 'csv',
        query: '',
        total: 9,
        state: 'writing',
      }),
    )
    const exporter = exporterOf(2)
    expect((await exporter.list(officer))[0]).to.include({ standing: 'brokenOff' })
    await exporter.take(officer, csv)
    const [one] = await exporter.list(officer)
    await written(one!.id)
    const { path } = await exporter.file(officer, one!.id)
    clock.set('2026-04-22T09:01:00+08:00')
    await retain(parts, { by: null, exports: exportFiles({ dataDir: office.folder }) })
    expect((await exporter.one(officer, one!.id)).standing).to.equal('removed')
    const gone = await access(path).catch((error: unknown) => error)
    expect(gone).to.include({ code: 'ENOENT' })
  })
})
