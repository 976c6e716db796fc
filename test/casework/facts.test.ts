import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { FACTS } from '../../src/casework/fact-list.js'
import { factLabel, factOf, factWord, feelContext, projectFacts } from '../../src/casework/facts.js'

const now = '2026-04-15T01:30:00.000Z'

describe('The data dictionary', () => {
  it('has each fact once, with a Chinese label', () => {
    expect(new Set(FACTS.map(fact => fact.key)).size).to.equal(FACTS.length)
    for (const { key, label } of FACTS) expect(label, key).to.match(/\p{Script=Han}/u)
  })

  it('has choices for every fact that is a choice, and for no other', () => {
    for (const { key, type, choices } of FACTS) expect(choices !== undefined, key).to.equal(type === 'choice')
  })

  it('has every field and every output of the procedure', () => {
    const diagram = readFileSync('processes/banbuchengshi.bpmn', 'utf8')
    const named = [...diagram.matchAll(/camunda:(?:formField id|outputParameter name)="([^"]+)"/g)]
    const keys = new Set(named.map(match => match[1] ?? ''))
    expect(keys.size).to.be.above(0)
    expect([...keys].filter(key => factOf(key) === undefined)).to.deep.equal([])
  })

  it('says facts in words', () => {
    expect(factLabel('verdict')).to.equal('责任认定')
    expect(factWord('verdict', 'mixed')).to.equal('混合（双方都有责任）')
    expect(factWord('satisfaction', 4)).to.equal('满意')
    expect(factWord('visitsAfter', 1)).to.equal(1)
    expect(factWord('verdict', null)).to.equal(null)
  })

  it('lets a diagram add facts of its own', () => {
    expect(factOf('ownFact')).to.equal(undefined)
    expect(factLabel('ownFact')).to.equal('ownFact')
  })
})

describe('Facts that lists and figures ask', () => {
  it('are nothing before anything is known', () => {
    expect(projectFacts({})).to.deep.equal({
      verdict: null,
      cause: null,
      causeConfirmedAt: null,
      handedOverAt: null,
      repliedAt: null,
      feedbackAt: null,
      outcome: null,
      satisfaction: null,
      hiddenBarrier: false,
      contactFailed: false,
      recurrence: 'no',
    })
  })

  it('are copied as they are', () => {
    const facts = {
      verdict: 'department',
      cause: 'B2',
      causeConfirmedAt: now,
      handedOverAt: now,
      repliedAt: now,
      feedbackAt: now,
      outcome: 'done',
      satisfaction: '4',
      hiddenBarrier: true,
      contactFailed: true,
      recurrence: 'confirmed',
    }
    expect(projectFacts(facts)).to.deep.equal({ ...facts, satisfaction: 4 })
  })

  it('are nothing where a diagram set nonsense', () => {
    const projected = projectFacts({
      verdict: 'x',
      cause: 'A9',
      repliedAt: 'soon',
      outcome: 3,
      satisfaction: 9,
      hiddenBarrier: 'yes',
    })
    expect(Object.values(projected).filter(value => value !== null && value !== false)).to.deep.equal(['no'])
  })
})

describe('What the diagram sees', () => {
  it('is every key of the dictionary, null where nothing is known', () => {
    const context = feelContext({}, {}, {}, now)
    for (const { key } of FACTS) expect(context[key], key).to.equal(null)
    expect(context.now).to.equal(now)
  })

  it('is columns of the case, its facts, and what is derived', () => {
    const matter = {
      channel: 'window',
      visits: 3,
      departments: [7, 8],
      contact: '10000000101',
      verdict: 'mixed',
    }
    const context = feelContext(matter, { verdict: 'citizen', ownFact: 1 }, { anyDisputed: true }, now)
    expect(context).to.include({
      channel: 'window',
      visits: 3,
      verdict: 'citizen',
      ownFact: 1,
      anyDisputed: true,
    })
    expect(context.departments).to.deep.equal([7, 8])
  })

  it('has nothing personal: columns outside the dictionary stay out', () => {
    const context = feelContext({ contact: '10000000101', reporterName: '覃小梅' }, {}, {}, now)
    expect(Object.values(context)).to.not.include('10000000101')
    expect(context).to.not.have.property('reporterName')
  })

  it('believes what is derived over what a form said', () => {
    expect(feelContext({}, { contactFailed: true }, { contactFailed: false }, now).contactFailed).to.equal(
      false,
    )
  })
})
