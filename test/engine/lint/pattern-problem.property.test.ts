import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import fc from 'fast-check'
import { patternProblem } from '../../../src/engine/lint/pattern-problem.js'

/** By then a pattern that multiplies has not done; one that is let through takes a hundredth of it. */
const atMost = 2000

const harmless = [
  '^(0\\d{2,3}-?)?\\d{7,8}$',
  '[0-9+ -]{5,20}',
  '\\d+(,\\d+)*',
  '(\\d{1,3}\\.){3}\\d{1,3}',
  '[1-9]\\d{5}(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]',
  '[\\w.-]+@[\\w-]+\\.\\w+',
  '〔\\d{4}〕第?\\d{1,5}号',
  '\\p{Script=Han}{2,20}',
]
const bombs = [
  '(a+)+',
  '(a*)*',
  '(a|a)*',
  '(a|ab?)+',
  '((a{1,9})b?)+',
  '(a*){20}b',
  'a*a*a*a*a*b',
  '.*a.*b.*c.*d',
  '[\\s\\S]*x\\d*\\w*\\d*y',
  '(a?){30}b',
  `${'a?'.repeat(30)}b`,
  `${'(a|a)'.repeat(30)}b`,
  '(a{1000}){1000}',
  '(a|a){40}b',
  '(\\w*)\\1*(\\w*)\\1*b',
  '(-*?)+',
]

describe('A pattern that people’s words are held against', function () {
  this.timeout(60_000)

  for (const pattern of harmless)
    it(`may be ${pattern}`, () => {
      expect(patternProblem(pattern)).to.equal(undefined)
    })

  for (const pattern of bombs)
    it(`may not be ${pattern.slice(0, 30)}`, () => {
      expect(patternProblem(pattern)).to.match(/^匹配式.*请/)
    })

  it('that is looked for from each sign on is held to less', () => {
    expect(patternProblem('\\d*a\\d*b', { isWhole: false })).to.equal(undefined)
    expect(patternProblem('\\d*\\w*b')).to.equal(undefined)
    expect(patternProblem('\\d*\\w*b', { isWhole: false })).to.match(/争同样的字/)
    expect(patternProblem('^\\d*\\w*b', { isWhole: false })).to.equal(undefined)
  })

  it('comes to an end on the texts that would take it longest, whatever it is', () => {
    const piece = fc.constantFrom('a', 'b', '[ab]', '\\w', '.', '-', '\\d', 'a-', '(?=a)', '(?<!b)', '\\b')
    const often = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,9}', '{2,}', '*?')
    const { pattern } = fc.letrec<{ pattern: string; part: string }>(tie => ({
      part: fc.oneof(
        { depthSize: 'small' },
        fc.tuple(piece, often).map(([one, times]) => (/^\(|^\\b/.test(one) ? one : one + times)),
        fc.tuple(tie('pattern'), often).map(([inside, times]) => `(${inside})${times}`),
        fc
          .tuple(tie('pattern'), tie('pattern'), often)
          .map(([one, other, times]) => `(${one}|${other})${times}`),
      ),
      pattern: fc.array(tie('part'), { minLength: 1, maxLength: 5 }).map(parts => parts.join('')),
    }))
    const texts = ['a', 'ab', 'b', 'a-', '1', '-'].map(pump => `${pump.repeat(500 / pump.length)}!`)
    let tried = 0
    fc.assert(
      fc.property(pattern, written => {
        if (patternProblem(written) !== undefined) return
        tried += 1
        for (const text of texts)
          runInNewContext(
            'new RegExp(written, "u").test(text)',
            { written: `^(?:${written})$`, text },
            { timeout: atMost },
          )
        if (patternProblem(written, { isWhole: false }) !== undefined) return
        for (const text of texts)
          runInNewContext(
            'new RegExp(written, "u").test(text)',
            { written, text: text.repeat(4) },
            { timeout: atMost },
          )
      }),
      { numRuns: 1000 },
    )
    expect(tried, 'patterns that are let through').to.be.above(50)
  })
})
