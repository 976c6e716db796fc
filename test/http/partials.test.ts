import path from 'node:path'
import { expect } from 'chai'
import { loadAssets } from '../../src/http/assets.js'
import { foldNavigation } from '../../src/http/pages/navigation.js'
import { createRenderer, type PageFrame } from '../../src/http/render.js'
import { galleryModels } from './gallery/models.js'
import { galleryNames, galleryViews } from './gallery/pages.js'

const root = path.join(import.meta.dirname, '../..')
const frame: PageFrame = {
  officeName: '政管办',
  demo: true,
  largeType: false,
  address: '/tasks',
  search: true,
  bell: { count: '3', label: '提醒，3条未读' },
  account: { name: '韦建国', roleName: '政管办经办人', settings: [] },
  navigation: foldNavigation([{ href: '/tasks', label: '我的待办', icon: 'tasks', current: true }]),
  flash: { kind: 'done', sentence: '已提交' },
}
const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>'{{t "x"}}`
const render = createRenderer(
  [path.join(root, 'views'), galleryViews],
  loadAssets(path.join(root, 'dist/web')),
)
const page = (name: string, model: object, over: Partial<PageFrame> = {}) =>
  render(name, model, { ...frame, ...over }, () => 'token')

describe('every part of a page', () => {
  for (const name of galleryNames) {
    it(`has no script, style or handler written into it (${name})`, () => {
      const html = page(name, galleryModels[name])
      expect(html).not.to.match(/<style|\sstyle=|\son\w+=|javascript:/i)
      expect(html).not.to.match(/<script(?![^>]*\ssrc=)/i)
      expect(html).not.to.match(/undefined|\[object|NaN/)
    })

    it(`writes what people typed as words, not as markup (${name})`, () => {
      const html = page(name, poisoned(galleryModels[name]), {
        officeName: evil,
        address: evil,
        account: { name: evil, roleName: evil, settings: [] },
        flash: { kind: 'done', sentence: evil },
      })
      expect(html).not.to.include('<script>alert')
      expect(html).not.to.include('<img src=x')
      expect(html).to.include('&lt;script&gt;')
    })

    it(`names each id once (${name})`, () => {
      const ids = [...page(name, galleryModels[name]).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      expect(ids).to.deep.equal([...new Set(ids)])
    })
  }

  it('points each description at something that is there', () => {
    const html = page('gallery/form', galleryModels['gallery/form'])
    const described = [...html.matchAll(/aria-describedby="([^"]+)"/g)].flatMap(([, ids = '']) =>
      ids.split(' '),
    )
    expect(described.length).to.be.greaterThan(3)
    for (const id of described) expect(html).to.include(`id="${id}"`)
    for (const [, id = ''] of html.matchAll(/href="#(\w+)"/g)) expect(html).to.include(`id="${id}"`)
  })

  it('keeps a text as it was typed, to the last space', () => {
    const model = galleryModels['gallery/form']
    const [first, ...rest] = model.fields
    if (!first) throw new Error('no field')
    const text = { ...first, control: 'textarea', value: '  第一行\n    第二行' }
    const html = page('gallery/form', { ...model, fields: [text, ...rest] })
    expect(html).to.include('\n  第一行\n    第二行</textarea>')
  })
})

describe('a view', () => {
  it('that names what its model lacks is a fault, not a hole', () => {
    expect(() => page('gallery/public', { fields: [] })).to.throw()
  })

  it('that does not exist is a fault', () => {
    expect(() => page('gallery/none', {})).to.throw('gallery/none')
  })
})

/** The same shape with every word of a person replaced; what the program itself chooses is left. */
function poisoned(value: unknown, key = ''): object {
  return poison(value, key) as object
}

function poison(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map(each => poison(each, key))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poison(each, name)]))
  const chosen = ['control', 'kind', 'at', 'width', 'icon', 'inputType', 'id', 'field', 'dueAt']
  return typeof value === 'string' && !chosen.includes(key) ? evil : value
}
