import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { readCondition } from '../../../web/editor/panel/feel/read-condition.js'

describe('Reading a condition from a diagram', () => {
  const shown: readonly [feel: string, as: unknown][] = [
    ['channel = "window"', { join: 'and', parts: [{ fact: 'channel', is: '=', value: 'window' }] }],
    [
      'verdict in ("citizen", "notPermitted")',
      { join: 'and', parts: [{ fact: 'verdict', is: 'in', value: ['citizen', 'notPermitted'] }] },
    ],
    ['scope in ("accept")', { join: 'and', parts: [{ fact: 'scope', is: 'in', value: ['accept'] }] }],
    [
      'a = 1 and b != true and c < -2',
      {
        join: 'and',
        parts: [
          { fact: 'a', is: '=', value: 1 },
          { fact: 'b', is: '!=', value: true },
          { fact: 'c', is: '<', value: -2 },
        ],
      },
    ],
    [
      'reviewRequested = true and (reviewCount = null or reviewCount < 1)',
      {
        join: 'and',
        parts: [
          { fact: 'reviewRequested', is: '=', value: true },
          {
            join: 'or',
            parts: [
              { fact: 'reviewCount', is: '=', value: null },
              { fact: 'reviewCount', is: '<', value: 1 },
            ],
          },
        ],
      },
    ],
    // “and” binds closer than “or”
    [
      'a = 1 or b = 2 and c = 3',
      {
        join: 'or',
        parts: [
          { fact: 'a', is: '=', value: 1 },
          {
            join: 'and',
            parts: [
              { fact: 'b', is: '=', value: 2 },
              { fact: 'c', is: '=', value: 3 },
            ],
          },
        ],
      },
    ],
  ]
  for (const [feel, as] of shown) {
    it(`shows ${feel}`, () => {
      expect(readCondition(feel)).to.deep.equal(as)
    })
  }

  const left = [
    'string(satisfaction) in ("1", "2")',
    'tries + 1 > 2',
    '3 < tries',
    'reached',
    'not(reached = true)',
    'effectiveOn = date("2026-01-01")',
    'a = 1 and (b = 1 or (c = 1 and d = 1))',
    'a in ["x", "y"]',
    'a between 1 and 3',
    'a.b = 1',
    'n = 1.50',
    'a =',
    'a = 1 b = 2',
    '',
  ]
  for (const feel of left) {
    it(`leaves “${feel}” as the text it is`, () => {
      expect(readCondition(feel)).to.equal(undefined)
    })
  }

  it('shows every condition of the office’s own procedures, but those that compare two facts', () => {
    const found = ['banbuchengshi', 'quarterly-report'].flatMap(name => {
      const xml = readFileSync(`processes/${name}.bpmn`, 'utf8')
      return [...xml.matchAll(/language="feel">([^<]+)</g)].map(([, text = '']) =>
        text.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&'),
      )
    })
    expect(found.length).to.be.greaterThan(10)
    // whether it was answered since the cause was confirmed: these stay as the text they are
    expect(found.filter(text => readCondition(text) === undefined)).to.deep.equal([
      'repliedAt != null and repliedAt >= causeConfirmedAt',
      'feedbackAt != null and feedbackAt >= causeConfirmedAt',
    ])
  })
})
