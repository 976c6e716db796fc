import { expect } from 'chai'
import { text } from '../../src/catalogue/index.js'
import { heic, photo } from '../files/samples.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Answer, SentFile, Visitor } from '../helpers/visitor.js'

describe('The report step by step, without a script', function () {
  this.timeout(30_000)
  let site: HttpOffice
  let citizen: Visitor
  let page: Answer
  let typed: Record<string, string>
  before(async () => {
    site = await openHttpOffice()
  })
  after(() => site.close())
  beforeEach(async () => {
    citizen = site.citizen()
    page = await citizen.get('/')
    typed = {}
  })

  /** What the form of the page would send: all its fields as they stand, with what is typed now. */
  const fields = () => {
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1] ?? ''
    return { submissionId: value('submissionId'), via: value('via'), at: value('at'), ...typed }
  }
  const press = async (button: Record<string, string>, files: readonly SentFile[] = []) => {
    page = await citizen.upload('/?send', { ...fields(), ...button }, files)
    return page
  }
  const next = async (answers: Record<string, string> = {}) => {
    Object.assign(typed, answers)
    const to = /name="go" value="(\w*)" data-next/.exec(page.body)?.[1] ?? ''
    return press({ go: to })
  }
  const shown = () =>
    /data-step="(\w+)" data-title="[^"]*" >/.exec(page.body)?.[1] ??
    (page.body.includes('data-review >') ? 'review' : '')
  const picture = async (name: string): Promise<SentFile> => ({
    field: 'files',
    name,
    content: await photo(),
  })
  const answers = () => ({
    item: '不动产登记 㙍𬌗䶮😀',
    place: String(site.office.places.centre),
    department: 'unknown',
    description: '跑了三趟。',
    contact: '10000000101',
  })

  it('shows one question a page and goes on only when it is answered', async () => {
    expect(shown()).to.equal('item')
    expect(page.body).to.include(text('citizen.report.progress', { step: 1, count: 12 }))
    expect((await next()).status).to.equal(422)
    expect(shown()).to.equal('item')
    expect(page.body).to.include(text('casework.intake.item'))
    expect(page.body, 'what was not asked yet is not wrong yet').not.to.include(
      text('casework.intake.contact'),
    )
    expect((await next({ item: answers().item })).status).to.equal(200)
    expect(shown()).to.equal('place')
  })

  it('goes back without an answer and without a loss, and ends at a list with a way to each question', async () => {
    await next({ item: answers().item })
    await press({ go: 'item' })
    expect(shown()).to.equal('item')
    expect(page.body).to.include(`value="${answers().item}"`)
    Object.assign(typed, answers())
    await press({ go: 'review' })
    expect(shown()).to.equal('review')
    for (const words of [
      answers().item,
      '城中区政务服务中心',
      '不清楚',
      '跑了三趟。',
      '10000000101',
      '没有填',
    ])
      expect(page.body).to.include(words)
    await press({ go: 'description' })
    expect(shown()).to.equal('description')
    expect(page.body).to.include('跑了三趟。</textarea>')
  })

  it('does not let a later question be jumped to past an open one', async () => {
    Object.assign(typed, { ...answers(), place: '' })
    await press({ go: 'review' })
    expect(shown()).to.equal('place')
    expect(page.status).to.equal(422)
  })

  it('keeps files from the moment they are chosen, through every step and correction, and lets them be taken away', async () => {
    Object.assign(typed, answers())
    await press({ go: 'files' })
    await press({ upload: '1' }, [await picture('门牌 🙂.jpg'), await picture('二.jpg')])
    expect(page.body).to.include('门牌 🙂.jpg').and.include('二.jpg')
    const [, id = ''] = /data-file="(\d+)"><span data-file-name>二/.exec(page.body) ?? []
    await press({ remove: id })
    expect(page.body).not.to.include('二.jpg')
    await next({ contact: '2000106' })
    await press({})
    expect(page.status).to.equal(422)
    expect(shown()).to.equal('contact')
    typed.contact = '10000000101'
    await press({ go: 'review' })
    expect(page.body).to.include('门牌 🙂.jpg')
    await press({})
    const number = /^\/reported\/([\d-]+)$/.exec(page.location ?? '')?.[1] ?? ''
    const { read } = site.office.parts.store
    const kept = await read.attachments.ofCase((await read.cases.byNumber(number))!.id)
    expect(kept.filter(one => one.removedAt === null).map(({ name }) => name)).to.deep.equal(['门牌 🙂.jpg'])
  })

  it('takes a file that was chosen and not uploaded, whatever was pressed', async () => {
    Object.assign(typed, answers())
    await press({}, [await picture('忘了点上传.jpg')])
    const number = /^\/reported\/([\d-]+)$/.exec(page.location ?? '')?.[1] ?? ''
    const { read } = site.office.parts.store
    expect(await read.attachments.ofCase((await read.cases.byNumber(number))!.id)).to.have.lengthOf(1)
  })

  it('says at its step why a file was not taken, and keeps the others', async () => {
    Object.assign(typed, answers())
    await press({ go: 'files' })
    await next()
    await press({ go: 'files' })
    await press({ upload: '1' }, [
      { field: 'files', name: '苹果.heic', content: heic() },
      await picture('好.jpg'),
      { field: 'files', name: '假.jpg', content: Buffer.from('not a picture at all') },
    ])
    expect(page.status).to.equal(422)
    expect(shown()).to.equal('files')
    expect(page.body).to.include(text('attachment.refused.heic', { name: '苹果.heic' }))
    expect(page.body).to.include(text('attachment.refused.otherType', { name: '假.jpg' }))
    expect(page.body).to.include('<span data-file-name>好.jpg</span>')
  })

  it('warns of a number nobody needs, and makes it unreadable when asked', async () => {
    Object.assign(typed, { ...answers(), description: '身份证11010519491231002X，电话见下。' })
    await press({ go: 'review' })
    expect(page.body).to.include(text('casework.warning.idNumber'))
    await press({ mask: '1' })
    expect(page.body).to.include('身份证110****2X，电话见下。</textarea>')
    expect(page.body).not.to.include('11010519491231002X')
  })

  it('gives nothing of one report to another', async () => {
    Object.assign(typed, answers())
    await press({ upload: '1' }, [await picture('我的.jpg')])
    const [, id = ''] = /data-file="(\d+)"/.exec(page.body) ?? []
    const mine = fields().submissionId
    const other = site.citizen()
    await other.get('/')
    const listed = await other.post('/report/files', {
      submissionId: '3b241101-e2bb-4255-8caf-4136c566a962',
      remove: id,
    })
    expect(JSON.parse(listed.body)).to.deep.equal({ files: [], refused: [] })
    const own = await citizen.post('/report/files', { submissionId: mine })
    expect((JSON.parse(own.body) as { files: unknown[] }).files).to.have.lengthOf(1)
  })

  it('takes no more files than a case may have', async () => {
    Object.assign(typed, answers())
    for (const round of [1, 2, 3])
      await press(
        { upload: '1' },
        await Promise.all([1, 2, 3, 4, 5, 6, 7].map(each => picture(`${round}-${each}.jpg`))),
      )
    expect(page.status).to.equal(422)
    expect(page.body).to.include(text('attachment.refused.perCitizen', { name: '3-7.jpg', limit: 20 }))
    expect(page.body.match(/data-file="/g)).to.have.lengthOf(20)
  })

  it('has no more than its own scripts on it, and works with none', () => {
    const scripts = [...page.body.matchAll(/<script src="\/assets\/(\w+)-/g)].map(([, name]) => name)
    expect(scripts).to.have.members(['form', 'shell', 'report'])
    expect(
      page.body.match(/type="button"/g) ?? [],
      'buttons that need a script are hidden until it runs',
    ).to.have.lengthOf(
      page.body.match(/<button class="btn btn-sm btn-outline-primary" type="button" data-draft-clear/g)
        ?.length ?? 0,
    )
  })
})
