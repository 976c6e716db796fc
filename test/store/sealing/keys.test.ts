import { expect } from 'chai'
import fc from 'fast-check'
import { SealBrokenProblem, SealKeyMissingProblem } from '../../../src/store/errors.js'
import { contactKeys, newKey, type SealKey } from '../../../src/store/sealing/keys.js'

const ring = (...keys: SealKey[]) => contactKeys({ keys: () => keys })
const [first, second] = [newKey(), newKey()]
const place = 'grievance_case.contact'

describe('The keys of contact fields', () => {
  it('open what they sealed, whatever it is, and never seal twice alike', () => {
    const keys = ring(first)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), plain => {
        const sealed = keys.seal(place, plain)
        expect(sealed).to.match(/^sealed:[0-9a-f]{8}:[\w-]+$/)
        expect(sealed).to.not.equal(keys.seal(place, plain))
        expect(keys.open(place, sealed)).to.equal(plain)
      }),
    )
  })

  it('open nothing that was moved to another column or changed in any letter', () => {
    const keys = ring(first)
    const sealed = keys.seal(place, '10000000101')
    expect(() => keys.open('grievance_case.reporter_name', sealed)).to.throw(SealBrokenProblem)
    const from = sealed.lastIndexOf(':') + 1
    for (let at = from; at < sealed.length; at++) {
      // the last letter has bits that no byte has
      const other = sealed[at] === 'A' ? 'w' : 'A'
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
      expect(() => keys.open(place, changed), String(at)).to.throw(SealBrokenProblem)
    }
    expect(() => keys.open(place, sealed.slice(0, from)), 'cut off').to.throw(SealBrokenProblem)
  })

  it('seal under the last one and open under any; one that is missing is named, with what to do', () => {
    const old = ring(first).seal(place, '10000000101')
    const both = ring(first, second)
    expect(both.open(place, old)).to.equal('10000000101')
    expect(both.seal(place, '')).to.include(second.id)
    expect(() => ring(second).open(place, old))
      .to.throw(SealKeyMissingProblem)
      .with.property('message')
      .that.includes(first.id)
      .and.includes('备份的密钥文件')
    const impostor = { id: first.id, secret: second.secret }
    expect(() => ring(impostor).open(place, old)).to.throw(SealBrokenProblem)
  })

  it('give the same word the same index under each key, and tell its uses apart', () => {
    const both = ring(first, second)
    expect(both.blind('contact', '10000000101')).to.deep.equal([
      ...ring(first).blind('contact', '10000000101'),
      ...ring(second).blind('contact', '10000000101'),
    ])
    const all = ['contact', 'person'].flatMap(use => ['1', '2'].flatMap(word => both.blind(use, word)))
    expect(new Set(all).size).to.equal(8)
  })
})
