import { copyFileSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { readConfig } from '../../src/config.js'
import { contactKeyFile } from '../../src/contact-keys.js'
import { openParts } from '../../src/main.js'
import { furnish, newCase } from '../store/office.js'
import { run, temporaryFolder } from './run-command.js'

describe('bandecheng keys', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let file: string
  beforeEach(async () => {
    folder = temporaryFolder()
    file = path.join(folder.at, 'contact-keys')
    await withOffice(async ({ store }) => {
      const office = await furnish(store)
      await store.transaction(unit => unit.cases.insert([newCase(office), newCase(office)]))
    })
  })
  afterEach(() => {
    folder.remove()
  })
  const keys = (...words: string[]) => run(['keys', ...words, '--data', folder.at])
  const ids = () =>
    contactKeyFile(file)
      .keys()
      .map(({ id }) => id)

  it('lists the keys, which one is used, and how much is sealed under each', async () => {
    const [id = ''] = ids()
    const { code, out, err } = await keys()
    expect([code, err]).to.deep.equal([0, ''])
    expect(out).to.include(file).and.include(`${id}：加密4处，正在使用`)
    expect(JSON.parse((await keys('--json')).out)).to.deep.equal({
      file,
      keys: [{ id, current: true, values: 4 }],
      missing: [],
      open: 0,
    })
  })

  it('changes the key under a running office, takes the old one away, and each is on record', async () => {
    const [old = ''] = ids()
    const before = readFileSync(file)
    await withOffice(async ({ store }) => {
      const rotated = await keys('rotate')
      const [, now = ''] = ids()
      expect(rotated.out)
        .to.include(`已换用密钥 ${now}，重新加密2行`)
        .and.include(`请现在备份密钥文件：${file}`)
      expect((await keys()).out)
        .to.include(`${old}：加密0处`)
        .and.include(`${now}：加密4处，正在使用`)
      expect(await store.read.cases.byId(1), 'the server has read the ring again').to.include({
        contact: '10000000101',
      })
      expect(await store.read.cases.ofContact('10000000101', 9)).to.have.length(2)
      expect((await keys('retire')).out).to.include(`已从密钥文件移除：${old}`)
      expect(ids()).to.deep.equal([now])
      expect(await store.read.cases.byId(2)).to.include({ reporterName: '覃小梅' })
    })
    expect((await run(['verify', '--data', folder.at])).code, 'the trail is whole').to.equal(0)
    await withOffice(async ({ store }) => {
      const filter = { actorId: null, from: null, until: null, caseNumber: null, area: 'keys' }
      const { rows } = await store.views.trailLines(filter, { after: null, limit: 9 })
      expect(rows.map(({ kind }) => kind)).to.deep.equal(['keys.retired', 'keys.rotated'])
      expect(rows[1]?.data).to.deep.equal({ key: ids()[0], added: true, rows: 2 })
    })
    expect(before.includes(old)).to.equal(true)
  })

  it('keeps a key that is still used, and the only one', async () => {
    expect((await keys('retire')).err).to.include('只有一把正在使用的密钥')
    const [old = ''] = ids()
    contactKeyFile(file).add()
    const { code, err } = await keys('retire')
    expect(code).to.equal(1)
    expect(err).to.include(`还有4处内容用密钥 ${old} 加密`).and.include('bandecheng keys rotate')
    expect(ids()).to.have.length(2)
  })

  it('names the key that is missing and the file that is lost, and makes nothing in its place', async () => {
    const [old = ''] = ids()
    const backup = `${file}-backup`
    renameSync(file, backup)
    const lost = await keys()
    expect([lost.code, ids()]).to.deep.equal([1, []])
    expect(lost.err).to.include('没有找到密钥文件').and.include(file)
    contactKeyFile(file).make()
    expect((await keys()).err)
      .to.include(`密钥 ${old}`)
      .and.include('备份的密钥文件')
    copyFileSync(backup, file)
    expect((await keys()).code).to.equal(0)
  })

  it('makes no office where there is none', async () => {
    expect((await run(['keys', 'rotate', '--data', path.join(folder.at, 'nowhere')])).err).to.include(
      '--data',
    )
  })

  async function withOffice(
    work: (parts: Awaited<ReturnType<typeof openParts>>) => Promise<unknown>,
  ): Promise<void> {
    const parts = await openParts(readConfig({ BANDECHENG_DATA: folder.at }))
    try {
      await work(parts)
    } finally {
      await parts.store.close()
    }
  }
})
