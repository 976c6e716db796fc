import { expect } from 'chai'
import { readdirSync } from 'node:fs'
import { panelSettings } from '../../src/http/pages/panel-settings.js'
import { paths } from '../../src/http/paths.js'
import { recorderOf } from '../../src/runtime/recorders/index.js'
import { topics } from '../../src/runtime/topics.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'
import type { Visitor } from '../helpers/visitor.js'

const field = (over: object = {}) => ({
  id: 'contactResult',
  label: '联系结果',
  type: 'enum',
  required: true,
  choices: [
    { id: 'answered', name: '已接通' },
    { id: 'missed', name: '未接' },
  ],
  help: '以最后一次为准。',
  ...over,
})

describe('A form before it is in force', () => {
  let site: HttpOffice
  let admin: Visitor
  before(async () => {
    site = await openHttpOffice({ start: '2026-04-14T09:00:00+08:00' })
    admin = await site.as(site.office.people.admin)
    await admin.get(paths.tasks)
  })
  after(() => site.close())
  const preview = (form: unknown) => admin.post(paths.previewForm, { form: JSON.stringify(form) })

  it('is drawn by the parts that draw it for who fills it in', async () => {
    const { status, body } = await preview({ key: 'phone-reply', fields: [field()] })
    expect(status).to.equal(200)
    expect(body).to.include('<legend>联系结果').and.include('必填').and.include('以最后一次为准。')
    expect(body).to.include('name="contactResult" value="answered"')
    expect(body).to.include('显示拨打号码')
    expect(body).not.to.include('<html')
  })

  it('has each kind of field, the departments of the house too', async () => {
    const kinds = ['string', 'text', 'long', 'boolean', 'date', 'enum', 'department', 'departments', 'cause']
    const { body } = await preview({
      fields: kinds.map(type => field({ id: `x_${type}`, label: `字段${type}`, type, showWhen: 'a = 1' })),
    })
    for (const type of kinds) expect(body).to.include(`字段${type}`)
    expect(body)
      .to.include('区市场监督管理局')
      .and.include('A1 材料缺失')
      .and.include('data-show-when="a &#x3D; 1"')
  })

  it('shows what was typed as words, not as markup', async () => {
    const { body } = await preview({ fields: [field({ label: '<script>alert(1)</script>' })] })
    expect(body).to.include('&lt;script&gt;').and.not.include('<script>alert')
  })

  it('is refused with words when it is none', async () => {
    for (const form of [
      '{',
      '[]',
      JSON.stringify({ fields: [{ id: 1 }] }),
      JSON.stringify({ fields: Array(201).fill(field()) }),
    ]) {
      const { status, body } = await admin.post(paths.previewForm, { form })
      expect(status).to.equal(400)
      expect(body).to.include('这个请求无法处理')
    }
  })
})

describe('What the panel offers', () => {
  const { house } = panelSettings()

  it('are the special forms that there are, and no others', () => {
    const partials = readdirSync('views/forms').map(file => file.replace('.hbs', ''))
    const plain = recorderOf(undefined)
    const offered = house.forms.map(({ value }) => value)
    for (const partial of partials.filter(name => name !== 'plain')) expect(offered).to.include(partial)
    for (const key of offered.filter(name => !name.startsWith('quarter-'))) {
      expect(recorderOf(key).name, key).not.to.equal(plain.name)
    }
  })

  it('is the work that the system can do', () => {
    expect(house.topics.map(({ value }) => value)).to.deep.equal(Object.keys(topics))
  })
})
