import { expect } from 'chai'
import { parsePlaceContact } from '../../src/casework/place-contact.js'

describe('What a place’s posters say', () => {
  const parse = (phone: string, hours = '') => parsePlaceContact({ phone, hours })

  it('is one line each; an empty one is left out', () => {
    expect(parse('0772-2000106、2000107', '工作日\n9:00—17:30')).to.deep.equal({
      ok: true,
      contact: { phone: '0772-2000106、2000107', hours: '工作日 9:00—17:30' },
    })
    expect(parse(' ', '')).to.deep.equal({ ok: true, contact: { phone: null, hours: null } })
    expect(parse('(0772) 2000106转8', '')).to.have.property('ok', true)
  })

  it('is refused where it is no telephone or does not fit the paper', () => {
    expect(parse('请问大厅')).to.have.property('ok', false)
    expect(parse('-')).to.have.property('ok', false)
    expect(parse('1'.repeat(41))).to.have.property('ok', false)
    expect(parse('', '时'.repeat(61))).to.have.property('ok', false)
  })
})
