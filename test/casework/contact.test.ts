import { expect } from 'chai'
import fc from 'fast-check'
import { contactTail, parseContact } from '../../src/casework/contact.js'

describe('A telephone', () => {
  for (const [typed, number, tail] of [
    ['10000000101', '10000000101', '0101'],
    ['13812345678', '13812345678', '5678'],
    ['１３８１２３４５６７８', '13812345678', '5678'],
    ['138 1234 5678', '13812345678', '5678'],
    ['138-1234-5678', '13812345678', '5678'],
    ['+86 138 1234 5678', '13812345678', '5678'],
    ['008613812345678', '13812345678', '5678'],
    ['0772-2000106', '0772-2000106', '0106'],
    ['07722000106', '0772-2000106', '0106'],
    ['0772 2000106', '0772-2000106', '0106'],
    ['（0772）2000106', '0772-2000106', '0106'],
    ['０７７２—２０００１０６', '0772-2000106', '0106'],
    ['+86-772-2000106', '0772-2000106', '0106'],
    ['010-62345678', '010-62345678', '5678'],
    ['021 6234 5678', '021-62345678', '5678'],
    ['0772-2000106转801', '0772-2000106-801', '0106'],
    ['0772-2000106-801', '0772-2000106-801', '0106'],
  ] as const) {
    it(`${typed} is ${number}`, () => {
      const contact = parseContact(typed)
      expect(contact).to.include({ number, tail })
      expect(contactTail(number)).to.equal(tail)
    })
  }

  for (const [typed, fault] of [
    ['2000106', 'areaCodeMissing'],
    ['82000106', 'areaCodeMissing'],
    ['1381234567', 'notATelephone'],
    ['138123456789', 'notATelephone'],
    ['12345678901', 'notATelephone'],
    ['电话没有', 'notATelephone'],
    ['me@example.com', 'notATelephone'],
    ['', 'notATelephone'],
    ['0772-1000106', 'notATelephone'],
  ] as const) {
    it(`${JSON.stringify(typed)} is none: ${fault}`, () => {
      expect(parseContact(typed)).to.equal(fault)
    })
  }

  it('is read the same when it is read again', () => {
    const mobiles = fc.stringMatching(/^1[3-9]\d{9}$/)
    const landLines = fc.stringMatching(/^0772[2-8]\d{6}$/)
    fc.assert(
      fc.property(fc.oneof(mobiles, landLines), typed => {
        const contact = parseContact(typed)
        if (typeof contact === 'string') throw new Error(`not read: ${typed}`)
        expect(parseContact(contact.number)).to.deep.equal(contact)
      }),
    )
  })
})
