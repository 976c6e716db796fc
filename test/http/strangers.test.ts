import { expect } from 'chai'
import { formatCaseNumber, parseCaseNumber } from '../../src/casework/case-number.js'
import { admits } from '../../src/http/entry.js'
import { paths } from '../../src/http/paths.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Answer, Visitor } from '../helpers/visitor.js'

/** What identifies nothing that exists. */
const nothing = { number: formatCaseNumber({ year: 2026, sequence: 98_765 }), id: '987654' }

describe('What is not yours', function () {
  this.timeout(120_000)
  let site: HttpOffice
  let yours: { number: string; task: string; paper: string; deadline: string; file: string }
  before(async () => {
    site = await openHttpOffice()
    const { office } = site
    const number = await office.register()
    const [task] = await office.open(number)
    const supervisor = await site.as(office.people.supervisor)
    await supervisor.get(`/cases/${number}`)
    await supervisor.post(`/cases/${number}/supervision`, {
      ...{ act: 'supervise', kind: 'supervise', message: '请抓紧', submissionId: 'stranger-1' },
    })
    const row = await office.parts.store.read.cases.byNumber(number)
    const [deadline] = await office.parts.store.views.caseDeadlines(row?.id ?? 0)
    yours = { number, task: String(task?.id), paper: '1', deadline: String(deadline?.id ?? 1), file: '1' }
  })
  after(() => site.close())

  for (const [who, stranger] of [
    ['a clerk of another place', 'clerk'],
    ['a liaison of another department', 'liaison'],
    ['a liaison of its own department whose term is over', 'liaison'],
  ] as const)
    it(`looks to ${who} exactly like what is not there, on every route with a case or a task in it`, async () => {
      const actor = who.endsWith('is over') ? await formerLiaison() : await strangerLike(stranger)
      const browser = await site.as(actor)
      await browser.get(paths.tasks)
      let asked = 0
      for (const rule of site.app.rules) {
        const own = rule.path.startsWith(paths.tasks) ? yours.task : idIn(rule.path)
        if (!/:number|^\/tasks\/:id/.test(rule.path) || rule.entry === 'public') continue
        if (!admits(rule.entry, site.office.people[stranger])) continue
        const there = rule.path.replace(':number', yours.number).replace(':id', own)
        const nowhere = rule.path.replace(':number', nothing.number).replace(':id', nothing.id)
        const [one, onThere] = await counted(() => ask(browser, rule.method, there))
        const [other, onNowhere] = await counted(() => ask(browser, rule.method, nowhere))
        expect(seen(one, there), `${rule.method} ${rule.path}`).to.deep.equal(seen(other, nowhere))
        // no clock can tell them apart either: both are answered by the same questions to the database
        expect(onThere, `${rule.method} ${rule.path}`).to.deep.equal(onNowhere).and.not.be.empty
        expect(one.body, `${rule.method} ${rule.path}`).to.not.include('食品经营许可')
        asked++
      }
      expect(asked, 'the walk went somewhere').to.be.above(10)
    })

  it('is found in no list, no search and no suggestion', async () => {
    for (const stranger of ['clerk', 'liaison'] as const) {
      const browser = await site.as(await strangerLike(stranger))
      for (const path of [
        paths.cases,
        paths.tasks,
        `${paths.search}?q=${yours.number}`,
        `${paths.search}?q=房东`,
      ]) {
        const { body } = await browser.get(path)
        expect(body, `${stranger} ${path}`).to.not.include(`/cases/${yours.number}`)
      }
    }
  })

  /** What it answers, and the statements that the database was given for it. */
  async function counted<T>(act: () => Promise<T>): Promise<[T, readonly string[]]> {
    const { writer } = site.office.database
    const statements: string[] = []
    const listen = ({ sql }: { sql: string }) => void statements.push(sql)
    writer.on('query', listen)
    try {
      return [await act(), statements]
    } finally {
      writer.removeListener('query', listen)
    }
  }

  function idIn(path: string): string {
    if (path.includes('supervisions')) return yours.paper
    return path.includes('deadlines') ? yours.deadline : yours.file
  }

  /** Somebody whose session outlived what they were in the register. */
  async function formerLiaison() {
    const { people, parts, departments, clock } = site.office
    const on = { validFrom: '2026-01-01', validUntil: '2026-04-13' }
    const accountId = await parts.store.transaction(async unit => {
      const [id = 0] = await unit.accounts.insert([
        {
          ...{ username: 'former', passwordHash: '', displayName: 'former甲', role: 'liaison', active: true },
          ...{ placeId: null, departmentId: departments.market, createdAt: clock.now() },
        },
      ])
      await unit.places.addLiaisons([
        { departmentId: departments.market, accountId: id, kind: 'main', ...on },
      ])
      return id
    })
    return { ...people.liaison, accountId, name: 'former甲' }
  }

  /** Somebody of this role at another place, in another department. */
  async function strangerLike(role: 'clerk' | 'liaison') {
    const { people, places, parts, clock } = site.office
    if (role === 'liaison') return people.otherLiaison
    const known = await parts.store.read.accounts.byUsername('elsewhere')
    const [made] = known
      ? [known.id]
      : await parts.store.transaction(unit =>
          unit.accounts.insert([
            {
              ...{ username: 'elsewhere', passwordHash: '', displayName: 'elsewhere甲', role, active: true },
              ...{ placeId: places.street, departmentId: null, createdAt: clock.now() },
            },
          ]),
        )
    return { ...people.clerk, accountId: made ?? 0, name: 'elsewhere甲', placeId: places.street }
  }
})

function ask(browser: Visitor, method: 'get' | 'post', path: string): Promise<Answer> {
  const words = {
    reason: '核对',
    words: '一句话',
    message: '一句话',
    note: '一句话',
    revision: '1',
    with: '某人',
  }
  return method === 'get' ? browser.get(path) : browser.post(path, words)
}

/** An answer without what must differ: the address that was asked for, tokens, and the number of the request. */
function seen({ status, location, body }: Answer, path: string): object {
  const [, number = ''] = /\/cases\/([^/]+)/.exec(path) ?? []
  const bare = (words: string) => {
    const blind = words.replaceAll(path, '…').replaceAll(encodeURIComponent(path), '…')
    return number === '' || parseCaseNumber(number) === null ? blind : blind.replaceAll(number, '…')
  }
  return {
    status,
    location: location && bare(location),
    body: bare(body)
      .replaceAll(/value="[\w.-]{40,}"/g, 'value="…"')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
      .replaceAll(/(?<=<code>)[^<]*/g, '…'),
  }
}
