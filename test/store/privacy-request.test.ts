import { expect } from 'chai'
import type { Database, Store } from '../../src/store/index.js'
import { onEveryDatabase } from '../helpers/database.js'
import { messageOf } from './failure.js'
import { furnish, minutesLater, newCase, now, type Office } from './office.js'

onEveryDatabase('Requests about personal data', fresh => {
  let store: Store
  let database: Database
  let office: Office
  let caseId: number
  let elsewhere: number
  beforeEach(async () => {
    ;({ store, database } = await fresh())
    office = await furnish(store)
    ;[caseId = 0, elsewhere = 0] = await store.transaction(unit =>
      unit.cases.insert([newCase(office), newCase(office, { placeId: office.street })]),
    )
  })

  type Asked = Partial<
    Parameters<Parameters<Parameters<Store['transaction']>[0]>[0]['privacyRequests']['ask']>[0][number]
  >
  const ask = (...given: readonly Asked[]) =>
    store.transaction(unit =>
      unit.privacyRequests.ask(
        given.map(one => ({
          ...{ caseId, kind: 'erase', channel: 'web', words: '办好了', askedAt: now, dueOn: '2026-05-12' },
          ...one,
        })),
      ),
    )
  const decide = (id: number, decision: 'granted' | 'refused' = 'granted') =>
    store.transaction(unit =>
      unit.privacyRequests.decide([
        {
          ...{ id, decision, ground: null, answer: '已办', proof: 'document', told: null },
          ...{ decidedAt: minutesLater(5), decidedBy: office.officer },
        },
      ]),
    )
  const everywhere = () => ({ placeId: null, accountId: office.officer })
  const firstPage = { after: null, limit: 9 }

  it('are one of a kind at a time: another only when the first was answered', async () => {
    const [first = 0] = await ask({})
    expect(await messageOf(ask({}))).to.match(/unique/i)
    await ask({ kind: 'restrict' }, { caseId: elsewhere })
    expect(await decide(first, 'refused')).to.deep.equal([])
    await ask({})
    expect((await store.read.privacyRequests.ofCase(caseId)).map(({ decision }) => decision)).to.deep.equal([
      ...['refused', null, null],
    ])
  })

  it('are answered once, and what was to stand in the case stands nowhere else any more', async () => {
    const [id = 0] = await ask({ kind: 'correct', contact: '0772-2000106', reporterName: '覃晓梅' })
    expect(await store.read.privacyRequests.byId(id)).to.include({ contact: '0772-2000106', decision: null })
    const [lies] = await database.reader<{ contact: string }>('privacy_request').select('contact')
    expect(lies?.contact, 'sealed where it lies').to.match(/^sealed:/)
    expect(await decide(id)).to.deep.equal([])
    expect(await decide(id, 'refused'), 'who comes second').to.deep.equal([id])
    expect(await store.read.privacyRequests.byId(id)).to.include({
      ...{ decision: 'granted', proof: 'document', contact: null, reporterName: null, words: '办好了' },
    })
  })

  it('wait in the order in which they are due, page by page, and are counted', async () => {
    const [late = 0, first = 0, second = 0] = await ask(
      { dueOn: '2026-05-13' },
      { kind: 'correct', dueOn: '2026-05-11' },
      { caseId: elsewhere, dueOn: '2026-05-11' },
    )
    const [answered = 0] = await ask({ kind: 'restrict', dueOn: '2026-05-01' })
    await decide(answered)
    const page = await store.views.openPrivacyRequests(everywhere(), { after: null, limit: 2 })
    expect(page.rows.map(({ id }) => id)).to.deep.equal([first, second])
    expect(page.rows[1]).to.include({ placeName: '潭中街道政务服务中心', itemName: '食品经营许可（新办）' })
    const rest = await store.views.openPrivacyRequests(everywhere(), { after: page.next, limit: 2 })
    expect(rest).to.deep.include({ next: null })
    expect(rest.rows.map(({ id }) => id)).to.deep.equal([late])
    expect(await store.views.waitingPrivacyRequests(everywhere())).to.deep.equal({
      ...{ count: 3, firstDueOn: '2026-05-11' },
    })
    const decided = await store.views.decidedPrivacyRequests(everywhere(), firstPage)
    expect(decided.rows.map(({ id, decidedByName }) => [id, decidedByName])).to.deep.equal([
      [answered, '经办人甲'],
    ])
  })

  it('are seen at their own place, and not by whom the case complains about', async () => {
    const [here = 0] = await ask({}, { caseId: elsewhere })
    const atHall = { placeId: office.hall, accountId: office.clerk }
    const seen = async (scope: typeof atHall | ReturnType<typeof everywhere>) =>
      (await store.views.openPrivacyRequests(scope, firstPage)).rows.map(({ id }) => id)
    expect(await seen(atHall)).to.deep.equal([here])
    await store.transaction(unit =>
      unit.cases.update([{ id: caseId, expectedRevision: 1, set: { subjectAccountId: office.officer } }]),
    )
    expect(await seen(everywhere())).to.not.include(here)
    expect(await seen(atHall), 'the others go on').to.deep.equal([here])
    expect((await store.views.waitingPrivacyRequests(everywhere())).count).to.equal(1)
  })

  it('keep their case from being cleared until they are answered, and are cleared with it', async () => {
    await store.transaction(unit =>
      unit.cases.update([
        { id: caseId, expectedRevision: 1, set: { closedAt: now, endEvent: 'End_Archived' } },
      ]),
    )
    const [id = 0] = await ask({})
    const why = () => store.transaction(unit => unit.retention.keptBecause(caseId))
    expect(await why()).to.equal('asked')
    await decide(id, 'refused')
    expect(await why()).to.equal(null)
    await store.transaction(unit => unit.retention.blankWords(caseId, now))
    expect(await store.read.privacyRequests.byId(id)).to.include({
      ...{ words: '', answer: null, decision: 'refused', askedAt: now, proof: 'document' },
    })
  })
})
