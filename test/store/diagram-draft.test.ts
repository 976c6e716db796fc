import { expect } from 'chai'
import { onEveryDatabase } from '../helpers/database.js'
import { messageOf } from './failure.js'
import { furnish, now } from './office.js'

onEveryDatabase('Drafts of diagrams', fresh => {
  it('keep the newest revisions and each writer’s last one', async () => {
    const { store } = await fresh()
    const { officer, clerk } = await furnish(store)
    await store.transaction(async unit => {
      const begun = {
        id: null,
        key: 'p',
        name: '流程',
        baseId: null,
        revision: 0,
        open: true,
        at: now,
        by: clerk,
      }
      const draftId = (await unit.diagramDrafts.put(begun)) ?? 0
      for (let revision = 1; revision <= 8; revision++) {
        const by = revision <= 2 ? clerk : officer
        await unit.diagramDrafts.keep({
          ...{ draftId, revision, kind: 'saved', xml: `<a${revision}/>`, sha256: '' },
          ...{ savedAt: now, savedBy: by },
        })
      }
      await unit.diagramDrafts.prune(draftId, 3)
      const kept = (await unit.diagramDrafts.revisions(draftId)).map(({ revision }) => revision)
      expect(kept).to.deep.equal([8, 7, 6, 2])
    })
  })

  it('go on by one revision a change; who comes with an older one changes nothing', async () => {
    const { store } = await fresh()
    const { officer } = await furnish(store)
    const change = { key: 'p', name: '流程', baseId: null, open: true, at: now, by: officer }
    const id = await store.transaction(unit => unit.diagramDrafts.put({ ...change, id: null, revision: 0 }))
    const second = await store.transaction(unit => unit.diagramDrafts.put({ ...change, id, revision: 1 }))
    expect(second).to.equal(id)
    const late = await store.transaction(unit =>
      unit.diagramDrafts.put({ ...change, id, revision: 1, open: false }),
    )
    expect(late).to.equal(null)
    expect(await store.read.diagramDrafts.byKey('p')).to.include({ revision: 2, open: true })
  })

  it('wait for one answer at a time', async () => {
    const { store } = await fresh()
    const { officer } = await furnish(store)
    const proposal = {
      ...{ key: 'p', draftRevision: 1, sha256: '', reason: '改时限' },
      ...{ proposedAt: now, proposedBy: officer },
    }
    const [id = 0] = await store.transaction(unit => unit.proposals.propose(proposal))
    const again = store.transaction(unit => unit.proposals.propose(proposal))
    expect(await messageOf(again)).to.match(/unique/i)
    const answer = {
      ...{ decision: 'returned' as const, decidedAt: now, decidedBy: officer },
      decisionReason: '依据不足',
    }
    expect(await store.transaction(unit => unit.proposals.decide(id, answer))).to.deep.equal([])
    expect(await store.transaction(unit => unit.proposals.decide(id, answer))).to.deep.equal([id])
    expect(await store.read.proposals.waiting('p')).to.equal(null)
  })
})
