import { expect } from 'chai'
import * as say from './answers.js'
import { confirmedCase } from './stages.js'
import { connect } from 'node:net'
import { readdir, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { text } from '../../src/catalogue/index.js'
import { scanWaiting, sweepFiles } from '../../src/runtime/index.js'
import type { ScanAnswer } from '../../src/files/index.js'
import { heic, pdf, photo, pictureBomb } from '../files/samples.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { SentFile } from '../helpers/visitor.js'

const file = (name: string, content: Uint8Array): SentFile => ({ field: 'files', name, content })

describe('Pictures and papers of a case', () => {
  let site: HttpOffice
  let number: string
  let answer: ScanAnswer
  before(async () => {
    site = await openHttpOffice({ scan: () => Promise.resolve(answer) })
  })
  beforeEach(async () => {
    answer = 'clean'
    number = await site.report()
  })
  after(() => site.close())

  const rows = async (of = number) => {
    const { read } = site.office.parts.store
    return read.attachments.ofCase((await read.cases.byNumber(of))!.id)
  }
  const attach = async (files: readonly SentFile[], who = site.office.people.officer, fields = {}) => {
    const person = await site.as(who)
    await person.get(`/cases/${number}`)
    return { person, sent: await person.upload(`/cases/${number}/files`, fields, files) }
  }
  const said = async ({ person }: Awaited<ReturnType<typeof attach>>) =>
    (await person.get(`/cases/${number}`)).body

  it('the signed sheet is photographed in the form that hands it over: kept once, though the form comes back', async () => {
    const { office } = site
    const signed = await office.register()
    const task = await office.task(signed, 'Task_HandOver')
    const clerk = await site.as(office.people.clerk)
    const page = (await clerk.get(`/tasks/${task.id}`)).body
    expect(page).to.include('enctype="multipart/form-data"').and.include('签字确认')
    const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? ''
    const send = (fields: Record<string, string>, files: readonly SentFile[]) =>
      clerk.upload(
        `/tasks/${task.id}`,
        { revision, citizenConfirmed: '', handOverNote: '', ...fields },
        files,
      )
    const sheet = file('情况说明表.jpg', await photo())
    const forged = await send(say.handOver, [file('签字.jpg', Buffer.from('MZ no picture'))])
    expect(forged.status, 'what is no picture is told beside the field').to.equal(422)
    expect(forged.body).to.include('签字.jpg').and.include('id="files-error"')
    const incomplete = await send({ handOverNote: '请加急' }, [sheet])
    expect(incomplete.status).to.equal(422)
    expect(incomplete.body).to.include('请加急</textarea>').and.include('情况说明表.jpg')
    expect((await send(say.handOver, [sheet])).status).to.equal(303)
    expect((await rows(signed)).map(one => [one.kind, one.name, one.userTaskId])).to.deep.equal([
      ['signature', '情况说明表.jpg', task.id],
    ])
  })

  it('what proves a rectification goes with its form, and names it where nobody has', async () => {
    const { office } = site
    const mended = await confirmedCase(office)
    await office.complete(mended, 'Task_Verdict', office.people.officer, say.departmentAtFault)
    const task = await office.task(mended, 'Task_Rectify')
    const liaison = await site.as(office.people.liaison)
    const page = (await liaison.get(`/tasks/${task.id}`)).body
    const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? ''
    const answers = { ...say.rectified, evidence: '', revision }
    const sent = await liaison.upload(`/tasks/${task.id}`, answers, [file('公布页.pdf', pdf())])
    expect(sent.status).to.equal(303)
    expect((await rows(mended)).map(({ kind, name }) => [kind, name])).to.deep.equal([
      ['rectification', '公布页.pdf'],
    ])
    const row = (await office.parts.store.read.cases.byNumber(mended))!
    expect((await office.parts.store.read.rectifications.ofCase(row.id))[0]!.evidence).to.equal('公布页.pdf')
  })

  it('are added with what they are and why, and stand on the case’s page and in its history', async () => {
    const added = await attach(
      [file('签字 𬌗㙍🙂.jpeg', await photo()), file('说明.pdf', pdf())],
      undefined,
      {
        fileKind: 'signature',
        note: '群众签字的情况说明表',
      },
    )
    expect(added.sent.location).to.equal(`/cases/${number}#attachments`)
    const page = await said(added)
    expect(page).to.include('签字 𬌗㙍🙂.jpg').and.include('签字确认').and.include('群众签字的情况说明表')
    expect(page).to.include('附件：签字 𬌗㙍🙂.jpg、说明.pdf')
    const [picture, paper] = await rows()
    const shown = await added.person.get(`/cases/${number}/files/${picture!.id}`)
    expect(shown.headers.get('content-type')).to.equal('image/jpeg')
    expect(shown.headers.get('content-security-policy')).to.equal("default-src 'none'; sandbox")
    expect((await sharp(shown.bytes).metadata()).exif, 'nothing tells where it was taken').to.equal(undefined)
    const saved = await added.person.get(`/cases/${number}/files/${paper!.id}`)
    expect(saved.headers.get('content-disposition')).to.equal(
      `attachment; filename*=UTF-8''${encodeURIComponent('说明.pdf')}`,
    )
    expect(saved.headers.get('x-content-type-options')).to.equal('nosniff')
    expect(Buffer.from(saved.bytes).equals(pdf())).to.equal(true)
    const small = await added.person.get(`/cases/${number}/files/${picture!.id}/small`)
    expect(small.status).to.equal(200)
  })

  it('that cannot be taken are named with the reason; the good ones beside them are kept', async () => {
    const added = await attach([
      file('好.jpg', await photo()),
      file('炸弹.png', pictureBomb()),
      file('苹果.heic', heic()),
      file('../../etc/假照片.jpg', Buffer.from('<script>alert(1)</script>')),
      file('大.pdf', Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)])),
    ])
    const page = await said(added)
    for (const [name, reason] of [
      ['炸弹.png', 'tooManyPixels'],
      ['苹果.heic', 'heic'],
      ['假照片.jpg', 'otherType'],
      ['大.pdf', 'tooLarge'],
    ])
      expect(page).to.include(text(`attachment.refused.${reason}`, { name }))
    expect((await rows()).map(({ name }) => name)).to.deep.equal(['好.jpg'])
  })

  it('are found by nobody who may not see the case, and not from another case', async () => {
    const other = await site.report()
    await attach([file('a.jpg', await photo())])
    const id = (await rows())[0]?.id
    const { people } = site.office
    const ask = async (who: keyof typeof people, of = number) =>
      (await (await site.as(people[who])).get(`/cases/${of}/files/${id}`)).status
    expect(await ask('officer', other), 'by another case’s number').to.equal(404)
    expect(await ask('otherLiaison'), 'another department').to.equal(404)
    expect(await ask('liaison')).to.equal(200)
    expect(await ask('leader')).to.equal(403)
    expect(await ask('admin')).to.equal(403)
    expect((await site.citizen().get(`/cases/${number}/files/${id}`)).status).to.equal(303)
  })

  it('leave a trace when somebody looks at what is not their own', async () => {
    await attach([file('a.jpg', await photo())])
    const [row] = await rows()
    const looks = async () => {
      const found = await site.office.parts.store.read.disclosures.ofCase(row!.caseId!)
      return found.map(({ accountId, reason }) => [accountId, reason])
    }
    const { officer, supervisor } = site.office.people
    await (await site.as(officer)).get(`/cases/${number}/files/${row!.id}`)
    expect(await looks()).to.deep.equal([])
    await (await site.as(supervisor)).get(`/cases/${number}/files/${row!.id}`)
    expect(await looks()).to.deep.equal([[supervisor.accountId, '查看附件“a.jpg”']])
  })

  it('are taken away only with a reason, by who added them or the head; the trace stays, the content goes', async () => {
    const added = await attach([file('错的.jpg', await photo({ width: 72 }))])
    const [row] = await rows()
    const remove = async (who = site.office.people.officer, why = '传错了') => {
      const person = await site.as(who)
      await person.get(`/cases/${number}`)
      return person.post(`/cases/${number}/files/${row!.id}/remove`, { why })
    }
    expect((await remove(site.office.people.liaison)).status, 'not another’s').to.equal(404)
    await remove(undefined, ' ')
    expect((await rows())[0]?.removedAt, 'not without a reason').to.equal(null)
    await remove()
    const page = await said(added)
    expect(page).to.include('已由officer甲移除：传错了').and.not.include(`/files/${row!.id}"`)
    expect((await added.person.get(`/cases/${number}/files/${row!.id}`)).status).to.equal(404)

    const { files } = site.office.parts
    await stat(files.pathOf(row!.sha256))
    site.office.clock.set(new Date(Date.parse(site.office.clock.now()) + 25 * 3_600_000).toISOString())
    await sweepFiles(site.office.parts)
    expect(await stat(files.pathOf(row!.sha256)).catch(() => 'gone')).to.equal('gone')
  })

  it('that a stop left without a row are swept; what a row names, and what is new, is not', async () => {
    await attach([file('a.jpg', await photo())])
    const { files } = site.office.parts
    const [row] = await rows()
    const folder = path.dirname(files.pathOf('ab'.repeat(32)))
    const orphan = files.pathOf('ab'.repeat(32))
    const { mkdir, writeFile } = await import('node:fs/promises')
    await mkdir(folder, { recursive: true })
    await writeFile(orphan, 'left behind')
    await sweepFiles(site.office.parts) // of what other stories left
    const now = new Date(site.office.clock.now())
    await utimes(orphan, now, now)
    expect(await sweepFiles(site.office.parts), 'written a moment ago: its row may be coming').to.equal(0)
    const old = new Date(now.getTime() - 25 * 3_600_000)
    await utimes(orphan, old, old)
    expect(await sweepFiles(site.office.parts)).to.equal(1)
    expect(await readdir(folder)).to.deep.equal([])
    await stat(files.pathOf(row!.sha256))
  })

  it('wait for the check for malware, and are given out only when it has found nothing', async () => {
    answer = 'unknown'
    const added = await attach([file('a.jpg', await photo())])
    const [row] = await rows()
    const open = async () => (await added.person.get(`/cases/${number}/files/${row!.id}`)).status
    expect(await said(added)).to.include(text('attachment.pending'))
    expect(await open()).to.equal(404)
    await scanWaiting(site.office.parts)
    expect(await open(), 'it still cannot be asked').to.equal(404)
    answer = 'clean'
    await scanWaiting(site.office.parts)
    expect(await open()).to.equal(200)
    answer = 'suspect'
    const again = await attach([file('b.pdf', pdf())])
    expect(await said(again)).to.include(text('attachment.refused.suspect', { name: 'b.pdf' }))
    expect(await rows()).to.have.lengthOf(1)
  })

  it('of a connection that breaks off leave nothing behind', async () => {
    const { port } = new URL(site.url)
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(
      `POST /report/files HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 90000\r\n\r\n` +
        `--b\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n${'x'.repeat(5000)}`,
    )
    const incoming = path.join(site.office.folder, 'files', 'incoming')
    const lying = () =>
      readdir(incoming).then(
        found => found.length,
        () => 0,
      )
    for (let tries = 0; (await lying()) === 0 && tries < 500; tries++) await new Promise(setImmediate)
    socket.destroy()
    for (let tries = 0; (await lying()) > 0 && tries < 5000; tries++) await new Promise(setImmediate)
    expect(await lying()).to.equal(0)
  })
})
