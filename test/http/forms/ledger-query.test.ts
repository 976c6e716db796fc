import { expect } from 'chai'
import fc from 'fast-check'
import { readColumnsForm } from '../../../src/http/forms/ledger-columns.js'
import {
  isFiltered,
  ledgerAddress,
  ledgerSearch,
  readLedgerQuery,
} from '../../../src/http/forms/ledger-query.js'

const read = (address: string) => readLedgerQuery(Object.fromEntries(new URLSearchParams(address)))

describe('The address of the ledger', () => {
  const good = {
    status: ['open', 'closed'],
    department: ['3'],
    lead: ['3', 'none'],
    place: ['1'],
    window: ['2', 'none'],
    channel: ['window', 'phone'],
    stage: ['notAccepted', 'none'],
    verdict: ['mixed', 'none'],
    cause: ['B2', 'B', 'none'],
    from: ['2026-04-01'],
    dueTo: ['2026-06-30'],
    closedFrom: ['2026-02-28'],
    onTime: ['late', 'none'],
    outcome: ['done', 'none'],
    satisfaction: ['5', 'none'],
    recurrence: ['suspected'],
    barrier: ['yes', 'no'],
    flow: ['waiting'],
    step: ['Task_Rectify'],
    group: ['department'],
    columns: ['item.number', 'position.state'],
    q: ['执照', ' 食品 '],
  }

  it('says the whole question: read and written again it asks the same', () => {
    const some = fc.record(
      Object.fromEntries(Object.entries(good).map(([name, values]) => [name, fc.constantFrom(...values)])),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(some, query => {
        const asked = readLedgerQuery(query)
        expect(read(ledgerSearch(asked))).to.deep.equal(asked)
        for (const name of Object.keys(query)) expect(ledgerSearch(asked)).to.include(`${name}=`)
      }),
      { numRuns: 200 },
    )
  })

  it('leaves out what there is not, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(good), 'due', 'after'), fc.string(), (name, word) => {
        const asked = readLedgerQuery({ [name]: `${word}!` })
        if (name === 'q' || name === 'after') return
        expect(ledgerAddress('/cases', asked)).to.equal('/cases')
      }),
    )
    expect(ledgerSearch(read('cause=Z9&from=2026-02-30&window=x&satisfaction=6&group=reporter'))).to.equal('')
    expect(ledgerSearch(readLedgerQuery({ status: ['open', 'closed'] }))).to.equal('')
  })

  it('knows a question from the way its answer is shown', () => {
    expect(isFiltered(read('group=cause&columns=number.item'))).to.equal(false)
    expect(isFiltered(read('barrier=no'))).to.equal(true)
  })
})

describe('The form of the columns', () => {
  it('takes what is ticked in the order of its numbers, each once, and knows what one begins with', () => {
    expect(
      readColumnsForm({
        column: ['number', 'item', 'dueOn', 'dueOn', 'secret'],
        'order-number': '3',
        'order-item': '1',
        'order-dueOn': '2',
      }),
    ).to.deep.equal(['item', 'dueOn', 'number'])
    expect(readColumnsForm({ column: 'item' })).to.deep.equal(['item'])
    expect(readColumnsForm({ column: ['dueOn', 'item'], 'order-dueOn': 'x' })).to.deep.equal([
      'dueOn',
      'item',
    ])
    expect(readColumnsForm({}), 'nothing ticked').to.equal(null)
  })
})
