import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { readConfig } from '../../src/config.js'
import { headsFile, keepHead } from '../../src/kept-heads.js'
import { databaseFile, openParts } from '../../src/main.js'
import { signTrail } from '../../src/runtime/index.js'
import { closeDatabase, openDatabase } from '../../src/store/index.js'
import { asAttacker } from '../helpers/tampering.js'
import { run, temporaryFolder } from './run-command.js'

describe('bandecheng verify', () => {
  let folder: ReturnType<typeof temporaryFolder>
  beforeEach(async () => {
    folder = temporaryFolder()
    const config = readConfig({ BANDECHENG_DATA: folder.at })
    const parts = await openParts(config)
    const entry = { at: parts.clock.now(), kind: 'process.deployed' }
    for (let count = 0; count < 3; count++)
      await parts.store.transaction(unit => unit.history.append([entry]))
    const head = await signTrail(parts)
    if (head) keepHead(config, head)
    expect(await signTrail(parts), 'nothing was written since').to.equal(null)
    await parts.store.close()
  })
  afterEach(() => {
    folder.remove()
  })
  const verify = (...more: string[]) => run(['verify', '--data', folder.at, ...more])

  it('says that the trail is whole, and against what it was held', async () => {
    const { code, out, err } = await verify()
    expect(err).to.equal('')
    expect(out).to.include('留痕完好：核对3条记录，链长3').and.to.include('已与库外保存的签名核对（第3条')
    expect(code).to.equal(0)
  })

  it('names what was tampered with and exits with 1', async () => {
    await tamper(knex => knex('history_entry').where({ id: 2 }).update({ kind: 'process.discarded' }))
    const { code, out } = await verify()
    expect(out).to.include('被改动：办理记录 2').and.to.include('发现1处问题')
    expect(code).to.equal(1)
    const json = JSON.parse((await verify('--json')).out) as object
    expect(json).to.include({ intact: false, found: 1 })
    expect(json).to.have.deep.property('findings', [
      { kind: 'changed', source: 'history_entry', rowKey: '2' },
    ])
  })

  it('finds an end that was cut off with all that tells of it, by the head kept outside or on paper', async () => {
    await tamper(async knex => {
      await knex('history_entry').where({ id: 3 }).delete()
      await knex('trail_link').where({ position: 3 }).delete()
      await knex('trail_head').delete()
    })
    expect((await verify()).out).to.include('尾部被截去：签名时已有3条，现在只到第2条')

    const paper = path.join(folder.at, 'paper')
    writeFileSync(paper, readFileSync(headsFile({ dataDir: folder.at })))
    writeFileSync(headsFile({ dataDir: folder.at }), '')
    expect((await verify()).out, 'who holds it against nothing is told so').to.include(
      '没有找到库外保存的签名',
    )
    const { code, out } = await verify('--head', paper)
    expect(out).to.include('尾部被截去')
    expect(code).to.equal(1)
  })

  it('reads the heads that were kept under one that a full disk cut off', async () => {
    const file = headsFile({ dataDir: folder.at })
    const [whole = ''] = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, `${whole}\n${whole.slice(0, 40)}`)
    keepHead({ dataDir: folder.at }, JSON.parse(whole) as Parameters<typeof keepHead>[1])
    expect((await verify()).out).to.include('已与库外保存的签名核对（第3条')
  })

  it('refuses a head that is none, and a folder where no office is', async () => {
    expect((await verify('--head', path.join(folder.at, 'secret'))).err).to.include('--head')
    expect((await run(['verify', '--data', path.join(folder.at, 'nowhere')])).err).to.include('--data')
  })

  async function tamper(work: Parameters<typeof asAttacker>[1]): Promise<void> {
    const database = await openDatabase({ file: path.join(folder.at, databaseFile) })
    await asAttacker(database, work)
    await closeDatabase(database)
  }
})
