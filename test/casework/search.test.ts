import { expect } from 'chai'
import fc from 'fast-check'
import { bareText, isTooShort, pairsOf, searchedText, searchTerms } from '../../src/casework/search.js'

describe('What a case is found by', () => {
  const given = {
    number: '2026-00017-7',
    itemName: '食品经营许可（新办）',
    departmentName: '区市场监督管理局',
    reporterName: '覃小梅',
    agentName: null,
    contact: '0772-2000106',
    contactTail: '0106',
    description: '请回拨 13812345678。',
  }

  it('keeps names and whole numbers apart from the words that everybody may search', () => {
    const { words, person } = searchedText(given)
    expect(words.split('\n').slice(0, 4)).to.deep.equal([
      '2026000177',
      '食品经营许可新办',
      '区市场监督管理局',
      '0106',
    ])
    expect(words).to.include('请回拨').and.not.include('13812345678').and.not.include('覃小梅')
    expect(person).to.have.members(['覃小', '小梅', '覃小梅', '07722000106', '2000106', '13812345678'])
  })

  it('is asked for by words between blanks, whatever their width, case and punctuation', () => {
    expect(searchTerms('　食品（许可） ABC  abc ')).to.deep.equal(['食品许可', 'abc'])
    expect(searchTerms(' ……! ')).to.deep.equal([])
  })

  it('is asked for by two characters at least; a rare one counts as one', () => {
    expect(isTooShort(searchTerms('许'))).to.equal(true)
    expect(isTooShort(searchTerms('𬌗'))).to.equal(true)
    expect(isTooShort(searchTerms('许 可'))).to.equal(true)
    expect(isTooShort(searchTerms('㙍𬌗'))).to.equal(false)
    expect(isTooShort(searchTerms('许 参保'))).to.equal(false)
  })

  it('has every pair of every part of it, so that the index never misses what the text has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (written, from, to) => {
        const bare = bareText(written)
        const part = Array.from(bare)
          .slice(from % 20, to % 20)
          .join('')
        const pairs = new Set(pairsOf(bare))
        expect(pairsOf(part).every(pair => pairs.has(pair))).to.equal(true)
      }),
    )
  })

  it('never joins the end of one field to the beginning of the next', () => {
    expect(pairsOf('甲乙\n丙丁')).to.deep.equal([...pairsOf('甲乙'), ...pairsOf('丙丁')])
  })
})
