import { expect } from 'chai'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { filesFolder, readConfig } from '../../src/config.js'
import { keepHead } from '../../src/kept-heads.js'
import { databaseFile, openParts } from '../../src/main.js'
import { signTrail, type Parts } from '../../src/runtime/index.js'
import { run, temporaryFolder } from './run-command.js'

const hash = 'ab'.repeat(32)

describe('bandecheng backup', () => {
  const folder = temporaryFolder()
  const config = readConfig({ BANDECHENG_DATA: path.join(folder.at, 'data') })
  const to = path.join(folder.at, 'copies', 'monday')
  let office: Parts
  before(async () => {
    office = await openParts(config)
    await note('process.deployed')
    await sign()
    const kept = path.join(filesFolder(config), 'kept', hash.slice(0, 2))
    mkdirSync(kept, { recursive: true })
    writeFileSync(path.join(kept, hash), 'a photo')
    writeFileSync(path.join(kept, `${hash}.half`), 'a pho')
  })
  after(async () => {
    await office.store.close()
    folder.remove()
  })
  const note = (kind: string) =>
    office.store.transaction(unit => unit.history.append([{ at: office.clock.now(), kind }]))
  const sign = async () => {
    const head = await signTrail(office)
    if (head) keepHead(config, head)
  }
  const backup = (...words: string[]) => run(['backup', ...words, '--data', config.dataDir])

  it('copies an office that is at work, and what happens afterwards is not in it', async () => {
    const { code, out, err } = await backup(to)
    expect(err).to.equal('')
    expect(code).to.equal(0)
    expect(out).to.include(`已备份到 ${to}`).and.to.include('附件1个').and.to.include('密钥不在备份里')
    const names = ['BANDECHENG_SECRET', 'BANDECHENG_AUDIT_SECRET', path.join(config.dataDir, 'contact-keys')]
    for (const name of names) expect(out, 'what is needed beside it').to.include(name)
    expect(readdirSync(config.dataDir), 'the keys lie there, and are not copied').to.include('contact-keys')
    expect(readdirSync(to).sort()).to.deep.equal([databaseFile, 'files', 'trail-heads.jsonl'])
    expect(
      readdirSync(path.join(to, 'files', 'kept', hash.slice(0, 2))),
      'nothing half written',
    ).to.deep.equal([hash])
    await note('process.discarded')
    await sign()
  })

  it('is a data directory: with the secrets put back it opens, and its trail is whole', async () => {
    for (const secret of ['secret', 'audit-secret'])
      writeFileSync(path.join(to, secret), readFileSync(path.join(config.dataDir, secret)))
    const { code, out } = await run(['verify', '--data', to])
    expect(out).to.include('留痕完好：核对1条记录').and.to.include('已与库外保存的签名核对')
    expect(code).to.equal(0)
  })

  it('writes over nothing', async () => {
    const { code, err } = await backup(to)
    expect(err).to.include(to).and.to.include('一个还没有的目录或空目录')
    expect(code).to.equal(1)
    expect(readdirSync(path.dirname(to))).to.deep.equal(['monday'])
    const file = path.join(config.dataDir, 'secret')
    expect((await backup(file)).err).to.include('一个还没有的目录或空目录')
  })

  it('says so when there is nothing to copy, and makes nothing', async () => {
    const nowhere = path.join(folder.at, 'nowhere')
    const { code, err } = await run(['backup', path.join(folder.at, 'other'), '--data', nowhere])
    expect(err).to.include('已有数据的目录')
    expect(code).to.equal(1)
    expect(readdirSync(folder.at).sort()).to.deep.equal(['copies', 'data'])
  })
})
