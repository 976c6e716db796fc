import { expect } from 'chai'
import { Secret, TOTP } from 'otpauth'
import { text } from '../../src/catalogue/index.js'
import type { Actor } from '../../src/casework/actor.js'
import { claimTask } from '../../src/runtime/index.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Answer, Visitor } from '../helpers/visitor.js'
import { handOver } from './answers.js'

const password = '铁鱼 七虹 慢火车 芒果'
const another = '三月 糯米 竹排 电风扇'

describe('An account', function () {
  this.timeout(30_000)
  let site: HttpOffice
  beforeEach(async () => {
    site = await openHttpOffice()
  })
  afterEach(() => site.close())

  const later = (minutes: number) => {
    const { clock } = site.office
    clock.set(new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString())
  }
  const asked = async (browser: Visitor, path: string): Promise<Answer> => browser.get(path)
  const signIn = async (username: string, word: string, browser = site.citizen()) => {
    await browser.get('/sign-in')
    return { browser, answer: await browser.post('/sign-in', { username, password: word }) }
  }
  /** Who has a password of their own, which the link of the administrator let them choose. */
  const settled = async (actor: Actor, word = password) => {
    const manager = await site.as(
      site.office.people[['admin', 'security', 'auditor'].includes(actor.role) ? 'security' : 'admin'],
    )
    await manager.get(`/admin/people/${actor.accountId}`)
    const handed = await manager.post(`/admin/people/${actor.accountId}/invitation`)
    const link = linkIn(handed)
    const own = site.citizen()
    await own.get(link)
    return {
      link,
      own,
      chosen: await own.post('/invitation', { token: tokenOf(link), password: word, again: word }),
    }
  }

  describe('of somebody new', () => {
    const invite = async (fields: Record<string, string> = {}) => {
      const admin = await site.as(site.office.people.admin)
      await admin.get('/admin/people/new')
      return admin.post('/admin/people/new', {
        username: 'new.clerk',
        displayName: '新来的专员',
        role: 'clerk',
        placeId: String(site.office.places.street),
        ...fields,
      })
    }

    it('begins with a link that is handed over, opens once, and lets them choose a password', async () => {
      const handed = await invite()
      expect(handed.status).to.equal(200)
      expect(handed.body).to.include('data:image/svg+xml')
      const link = linkIn(handed)
      const own = site.citizen()
      expect((await own.get(link)).body)
        .to.include('新来的专员')
        .and.include('new.clerk')
      const fields = { token: tokenOf(link), password, again: password }
      expect((await own.post('/invitation', fields)).location).to.equal('/sign-in')
      expect(
        (await own.post('/invitation', { ...fields, password: another, again: another })).status,
      ).to.equal(404)
      expect((await signIn('new.clerk', another)).answer.status).to.equal(401)
      const { browser, answer } = await signIn('new.clerk', password)
      expect(answer.location).to.equal('/tasks')
      expect((await browser.get('/register')).status, 'the place was given').to.equal(200)
    })

    it('has no password before, and a link that is too old or was replaced opens nothing', async () => {
      const first = linkIn(await invite())
      expect((await signIn('new.clerk', '')).answer.status).to.equal(422)
      const admin = await site.as(site.office.people.admin)
      const list = await admin.get('/admin/people')
      const id = /\/admin\/people\/(\d+)">新来的专员/.exec(list.body)?.[1] ?? ''
      const second = linkIn(await admin.post(`/admin/people/${id}/invitation`))
      expect((await site.citizen().get(first)).status).to.equal(404)
      expect((await site.citizen().get(second)).status).to.equal(200)
      later(3 * 24 * 60)
      const gone = await site.citizen().get(second)
      expect(gone.status).to.equal(404)
      expect(gone.body).to.include(text('invitation.gone.title'))
    })

    it('is refused with a sentence beside the field, and what was typed stays', async () => {
      const answer = await invite({ username: 'clerk', placeId: '' })
      expect(answer.status).to.equal(422)
      expect(answer.body)
        .to.include(text('people.username.taken'))
        .and.include(text('people.place.wrong'))
        .and.include('value="新来的专员"')
    })

    it('is not made a duty of administration by the system administrator, nor a clerk by the security administrator', async () => {
      expect((await invite({ role: 'auditor' })).body).to.include(text('people.role.wrong'))
      const security = await site.as(site.office.people.security)
      await security.get('/admin/people/new')
      const wrong = await security.post('/admin/people/new', {
        username: 'x1',
        displayName: 'x',
        role: 'officer',
      })
      expect(wrong.body).to.include(text('people.role.wrong'))
      const right = await security.post('/admin/people/new', {
        username: 'auditor.two',
        displayName: '第二位审计',
        role: 'auditor',
      })
      expect(right.status).to.equal(200)
    })
  })

  describe('keeps its password', () => {
    it('long, unguessable and new', async () => {
      const { officer } = site.office.people
      const { link } = await settled(officer)
      expect(link).to.match(/^\/invitation\?token=[\w-]{43}$/)
      const { browser } = await signIn('officer', password)
      const change = async (fields: Record<string, string>) => {
        await browser.get('/account')
        return browser.post('/account/password', {
          current: password,
          again: fields.password ?? '',
          ...fields,
        })
      }
      for (const [fields, sentence] of [
        [{ password: 'Kurz9!' }, text('password.short', { least: 12 })],
        [{ password: 'liuzhou2026liuzhou' }, text('password.guessable')],
        [{ password: 'qwertyuiop1234' }, text('password.guessable')],
        [{ password: 'officer officer甲' }, text('password.guessable')],
        [{ password: another, again: '别的' }, text('password.different')],
        [{ password }, text('password.used', { count: 5 })],
        [{ password: another, current: '不对' }, text('password.current.wrong')],
      ] as const) {
        const answer = await change(fields)
        expect(answer.status, sentence).to.equal(422)
        expect(answer.body).to.include(sentence).and.not.include(`value="${fields.password}"`)
      }
    })

    it('apart from the last five, and signs out everywhere else when it changes', async () => {
      const { officer } = site.office.people
      await settled(officer)
      const { browser: elsewhere } = await signIn('officer', password)
      const { browser } = await signIn('officer', password)
      const before = browser.cookies.get('bdc_session')
      const words = [password, another, ...['甲', '乙', '丙', '丁'].map(word => `${another}${word}山水`)]
      for (const [index, next] of words.slice(1).entries()) {
        await browser.get('/account')
        const fields = { current: words[index] ?? '', password: next, again: next }
        expect((await browser.post('/account/password', fields)).location, next).to.equal('/account')
      }
      expect(browser.cookies.get('bdc_session'), 'a new session').not.to.equal(before)
      expect((await elsewhere.get('/tasks')).status).to.equal(303)
      await browser.get('/account')
      const current = words.at(-1) ?? ''
      const early = { current, password: another, again: another }
      expect((await browser.post('/account/password', early)).status, 'one of the last five').to.equal(422)
      const first = { current, password, again: password }
      expect((await browser.post('/account/password', first)).status, 'the sixth back').to.equal(303)
    })

    it('must be changed where somebody else has chosen it, before any page opens', async () => {
      const { officer } = site.office.people
      await settled(officer)
      await site.office.parts.store.transaction(unit =>
        unit.accounts.update([{ id: officer.accountId, set: { changeDueSince: site.office.clock.now() } }]),
      )
      const { browser } = await signIn('officer', password)
      for (const path of ['/tasks', '/cases', '/account', '/notices'])
        expect((await asked(browser, path)).location, path).to.match(/^\/sign-in\?next=/)
      const gate = (await browser.get('/sign-in?next=%2Fcases')).location!
      expect(gate).to.equal('/sign-in/password?next=%2Fcases')
      await browser.get(gate)
      const fields = { current: password, password: another, again: another, next: '/cases' }
      const passed = await browser.post('/sign-in/password', fields)
      expect((await browser.get(passed.location!)).location).to.equal('/cases')
      expect((await browser.get('/cases')).status).to.equal(200)
    })
  })

  describe('is guessed at', () => {
    it('five times, then waits a minute, then two, whether the name is somebody’s or nobody’s', async () => {
      await settled(site.office.people.officer)
      const shapes: string[] = []
      for (const name of ['officer', 'nobody at all']) {
        const statuses: (number | string)[] = []
        for (let guess = 0; guess < 6; guess += 1)
          statuses.push((await signIn(name, `${guess}`)).answer.status)
        const locked = await signIn(name, password)
        statuses.push(
          locked.answer.status,
          locked.answer.body.includes(text('problem.tooManyAttempts', { minutes: 1 })) ? 'one' : '',
        )
        later(1)
        statuses.push((await signIn(name, 'again wrong')).answer.status)
        const longer = await signIn(name, password)
        statuses.push(
          longer.answer.body.includes(text('problem.tooManyAttempts', { minutes: 2 })) ? 'two' : '',
        )
        shapes.push(JSON.stringify(statuses))
      }
      expect(shapes[0]).to.equal(JSON.stringify([401, 401, 401, 401, 401, 429, 429, 'one', 401, 'two']))
      expect(shapes[1]).to.equal(shapes[0])
      later(2)
      expect((await signIn('officer', password)).answer.status).to.equal(303)
    })

    it('by many at once no more often than one after the other', async () => {
      await settled(site.office.people.officer)
      const browser = site.citizen()
      await browser.get('/sign-in')
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, guess) =>
          browser.post('/sign-in', { username: 'officer', password: `${guess}` }),
        ),
      )
      expect(answers.filter(({ status }) => status === 401)).to.have.length(5)
    })

    it('and the security administrator opens the lock', async () => {
      const { officer, security } = site.office.people
      await settled(officer)
      for (let guess = 0; guess < 6; guess += 1) await signIn('officer', 'wrong')
      const browser = await site.as(security)
      const page = await browser.get(`/admin/people/${officer.accountId}`)
      expect(page.body).to.include(text('people.person.locked.yes'))
      await browser.post(`/admin/people/${officer.accountId}/secure`, { act: 'unlock' })
      expect((await signIn('officer', password)).answer.status).to.equal(303)
    })
  })

  describe('with a second factor', () => {
    const codesInTrail = async () => {
      const rows = await site.office.database
        .writer('access_entry')
        .where('kind', 'like', 'account.code%')
        .orderBy('id')
        .select<{ kind: string }[]>('kind')
      return rows.map(({ kind }) => kind.replace('account.code', ''))
    }
    const enrol = async (browser: Visitor) => {
      const page = await browser.get('/account/factor')
      const key = new TOTP({ secret: Secret.fromBase32(keyIn(page)) })
      const code = () => key.generate({ timestamp: Date.parse(site.office.clock.now()) })
      const added = await browser.post('/account/factor', { code: code(), current: password })
      return {
        code,
        added,
        recovery: [...added.body.matchAll(/<code>([a-z2-7-]{19})<\/code>/g)].map(one => one[1]!),
      }
    }

    it('wants the code after the password, takes each code once, and a recovery code once', async () => {
      await settled(site.office.people.officer)
      const { browser } = await signIn('officer', password)
      const { code, recovery } = await enrol(browser)
      expect(recovery).to.have.length(10)

      const second = await signIn('officer', password)
      expect(second.answer.location).to.equal('/sign-in/code?next=%2Ftasks')
      expect((await second.browser.get('/tasks')).location, 'nothing opens before').to.match(/^\/sign-in/)
      const prove = async (who: Visitor, word: string) => {
        await who.get('/sign-in/code?next=%2Ftasks')
        return who.post('/sign-in/code', { code: word, next: '/tasks' })
      }
      const replayed = await prove(second.browser, code())
      expect(replayed.status, 'the code it was added with').to.equal(422)
      later(1)
      const before = second.browser.cookies.get('bdc_session')
      expect((await prove(second.browser, code())).status).to.equal(303)
      expect(second.browser.cookies.get('bdc_session')).not.to.equal(before)
      expect((await second.browser.get('/tasks')).status).to.equal(200)

      const third = await signIn('officer', password)
      expect((await prove(third.browser, code())).status, 'replayed').to.equal(422)
      expect((await prove(third.browser, recovery[0]!)).status).to.equal(303)
      const fourth = await signIn('officer', password)
      expect((await prove(fourth.browser, recovery[0]!)).status, 'used up').to.equal(422)
      expect((await prove(fourth.browser, recovery[1]!.toUpperCase().replaceAll('-', ' '))).status).to.equal(
        303,
      )
      expect(await codesInTrail(), 'in the trail, in their order').to.deep.equal([
        ...['Refused', 'Proved', 'Refused', 'Proved', 'Refused', 'Proved'],
      ])
    })

    it('cannot be guessed: after five wrong codes a right one waits too', async () => {
      await settled(site.office.people.officer)
      const { browser } = await signIn('officer', password)
      const { code } = await enrol(browser)
      later(1)
      const thief = (await signIn('officer', password)).browser
      const statuses: number[] = []
      for (let guess = 0; guess < 5; guess += 1) {
        await thief.get('/sign-in/code')
        statuses.push((await thief.post('/sign-in/code', { code: '000000' })).status)
      }
      statuses.push((await thief.post('/sign-in/code', { code: code() })).status)
      expect(statuses).to.deep.equal([422, 422, 422, 422, 422, 429])
    })

    it('is required of the roles that the security administrator names, from the next page on', async () => {
      const { officer, security, admin } = site.office.people
      await settled(officer)
      const { browser } = await signIn('officer', password)
      expect((await browser.get('/tasks')).status).to.equal(200)
      const rules = await site.as(security)
      await rules.get('/admin/sign-in-rules')
      await rules.post('/admin/sign-in-rules', { roles: ['officer'] })
      expect((await (await site.as(admin)).get('/admin/sign-in-rules')).body).to.match(
        /value="officer" checked/,
      )

      expect((await browser.get('/tasks')).location).to.equal('/sign-in?next=%2Ftasks')
      const gate = (await browser.get('/sign-in?next=%2Ftasks')).location!
      const page = await browser.get(gate)
      const key = new TOTP({ secret: Secret.fromBase32(keyIn(page)) })
      const code = key.generate({ timestamp: Date.parse(site.office.clock.now()) })
      const added = await browser.post('/sign-in/factor', { code, next: '/tasks' })
      expect(added.body).to.include(text('factor.recovery.title'))
      expect((await browser.get('/tasks')).status).to.equal(200)
      const given = await browser.get('/account')
      expect(given.body, 'and cannot be given up').not.to.include('/account/factor/remove')
    })

    it('is taken away by the security administrator alone, with every session', async () => {
      const { officer, security, admin } = site.office.people
      await settled(officer)
      const { browser } = await signIn('officer', password)
      await enrol(browser)
      const path = `/admin/people/${officer.accountId}/secure`
      const system = await site.as(admin)
      await system.get('/tasks')
      expect((await system.post(path, { act: 'clearFactor' })).status).to.equal(403)
      const safe = await site.as(security)
      await safe.get(`/admin/people/${officer.accountId}`)
      await safe.post(path, { act: 'clearFactor' })
      expect((await browser.get('/tasks')).status).to.equal(303)
      expect((await signIn('officer', password)).answer.location).to.equal('/tasks')
    })

    it('is kept sealed: the database does not tell it', async () => {
      const { officer } = site.office.people
      await settled(officer)
      const { browser } = await signIn('officer', password)
      const key = keyIn(await browser.get('/account/factor'))
      const row = await site.office.parts.store.read.accounts.byId(officer.accountId)
      expect(row?.factorOffered).to.be.a('string').and.not.include(key)
    })
  })

  describe('shows where it is signed in', () => {
    it('with the device, and ends one or all others', async () => {
      await settled(site.office.people.officer)
      const { browser: here } = await signIn('officer', password)
      const phone = site.citizen()
      const agent = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36'
      await phone.get('/sign-in')
      await phone.post('/sign-in', { username: 'officer', password }, { 'User-Agent': agent })
      const { browser: third } = await signIn('officer', password)
      const page = await here.get('/account')
      expect(page.body).to.include('Chrome · Android').and.include(text('own.session.here'))
      const ids = [...page.body.matchAll(/name="id" value="(\d+)"/g)].map(match => match[1]!)
      expect(ids).to.have.length(2)
      await here.post('/account/sessions/end', { id: ids[0]! })
      const open = [phone, third].map(one => one.get('/tasks'))
      expect((await Promise.all(open)).map(({ status }) => status).sort()).to.deep.equal([200, 303])
      await here.post('/account/sessions/end')
      expect(
        (await Promise.all([phone, third].map(one => one.get('/tasks')))).map(({ status }) => status),
      ).to.deep.equal([303, 303])
      expect((await here.get('/tasks')).status).to.equal(200)
    })

    it('and somebody else’s session is not there', async () => {
      const { officer, clerk } = site.office.people
      const victim = await site.as(officer)
      const [session] = await site.office.parts.store.read.sessions.ofAccount(officer.accountId)
      const other = await site.as(clerk)
      await other.get('/account')
      expect((await other.post('/account/sessions/end', { id: String(session!.id) })).status).to.equal(404)
      expect((await victim.get('/tasks')).status).to.equal(200)
    })
  })

  describe('of somebody who goes or moves', () => {
    it('is shut at once, with every session and every link, and opens again', async () => {
      const { officer, admin } = site.office.people
      const { link } = await settled(officer)
      expect((await site.citizen().get(link)).status).to.equal(404)
      const { browser } = await signIn('officer', password)
      const manager = await site.as(admin)
      await manager.get(`/admin/people/${officer.accountId}`)
      const act = (active: string) => manager.post(`/admin/people/${officer.accountId}/active`, { active })
      expect((await act('false')).status).to.equal(303)
      expect((await browser.get('/tasks')).status).to.equal(303)
      expect((await signIn('officer', password)).answer.status).to.equal(401)
      await act('true')
      expect((await signIn('officer', password)).answer.status).to.equal(303)
    })

    it('takes a clerk’s sight of the old place, and a liaison’s term with it', async () => {
      const { clerk, liaison, admin } = site.office.people
      const number = await site.office.register()
      const { parts } = site.office
      const taken = await site.office.task(number, 'Task_HandOver')
      await claimTask(parts, clerk, { taskId: taken.id, revision: taken.revision })
      const manager = await site.as(admin)
      const sits = await site.as(clerk)
      expect((await sits.get(`/cases/${number}`)).status).to.equal(200)
      await manager.get(`/admin/people/${clerk.accountId}`)
      await manager.post(`/admin/people/${clerk.accountId}/move`, {
        placeId: String(site.office.places.street),
      })
      expect((await sits.get(`/cases/${number}`)).status, 'signed out').to.equal(303)
      const moved = await site.as(clerk)
      expect((await moved.get(`/cases/${number}`)).status).to.equal(404)
      await moved.get('/account')
      const { revision, assigneeId } = await site.office.task(number, 'Task_HandOver')
      expect(assigneeId, 'what they had taken waits for the others there').to.equal(null)
      const sent = await moved.post(`/tasks/${taken.id}`, { revision: String(revision), ...handOver })
      expect(sent.status, 'nor is it theirs to send').to.equal(404)

      const { housing } = site.office.departments
      await manager.post(`/admin/people/${liaison.accountId}/move`, { departmentId: String(housing) })
      const terms = (await site.office.parts.store.read.places.liaisons()).filter(
        ({ accountId }) => accountId === liaison.accountId,
      )
      expect(terms.map(({ departmentId, validUntil }) => ({ departmentId, validUntil }))).to.deep.include({
        departmentId: housing,
        validUntil: null,
      })
    })

    it('gives a liaison a term that does not overlap, and ends it', async () => {
      const { liaison, otherLiaison, admin } = site.office.people
      const manager = await site.as(admin)
      const path = `/admin/people/${liaison.accountId}/terms`
      await manager.get(`/admin/people/${liaison.accountId}`)
      const add = (fields: Record<string, string>, at = path) => manager.post(at, { kind: 'main', ...fields })
      expect((await add({ from: '2026-05-01', until: '2026-04-01' })).body).to.include(
        text('people.term.until'),
      )
      expect((await add({ from: '2026-06-01' })).body).to.include(text('people.term.overlaps'))
      const [term] = (await site.office.parts.store.read.places.liaisons()).filter(
        ({ accountId }) => accountId === liaison.accountId,
      )
      const foreign = `/admin/people/${otherLiaison.accountId}/terms/end`
      const ending = { termId: String(term!.id), endOn: '2026-05-15' }
      expect((await manager.post(foreign, ending)).status, 'another’s term').to.equal(404)
      expect((await manager.post(`${path}/end`, ending)).status).to.equal(303)
      expect((await add({ from: '2026-05-16' })).status).to.equal(303)
    })

    it('is nobody’s own to manage, and the last of a duty stays', async () => {
      const { security, auditor } = site.office.people
      const manager = await site.as(security)
      await manager.get('/admin/people')
      const own = await manager.post(`/admin/people/${security.accountId}/active`, { active: 'false' })
      expect(own.status).to.equal(403)
      const last = await manager.post(`/admin/people/${auditor.accountId}/active`, { active: 'false' })
      expect(last.status).to.equal(422)
      expect(last.body).to.include(text('people.lastOfDuty'))
    })

    it('has a story: who did what to it, in a table that the database keeps', async () => {
      const { officer, admin, auditor } = site.office.people
      await settled(officer)
      const manager = await site.as(admin)
      await manager.get('/admin/people')
      await manager.post(`/admin/people/${officer.accountId}/active`, { active: 'false' })
      const page = await (await site.as(auditor)).get(`/admin/people/${officer.accountId}`)
      for (const kind of ['invited', 'passwordChosen', 'disabled'])
        expect(page.body).to.include(text(`people.entry.${kind}`))
      expect(page.body, 'who audits changes nothing').not.to.include('/active"')
    })
  })
})

function linkIn({ body }: Answer): string {
  return (
    /<code>https?:\/\/[^/]+(\/invitation\?token&#x3D;[\w-]{43})<\/code>/
      .exec(body)?.[1]
      ?.replace('&#x3D;', '=') ?? ''
  )
}

function tokenOf(link: string): string {
  return link.split('token=')[1] ?? ''
}

function keyIn({ body }: Answer): string {
  const words = text('factor.words', { words: '' })
  const at = body.indexOf(words) + words.length
  return body.slice(at, at + 39).replaceAll(' ', '')
}
