import { expect } from 'chai'
import fc from 'fast-check'
import { likeness, slicesOf, worthALook } from '../../src/casework/similarity.js'

describe('How alike two texts are', () => {
  it('is 1 for the same words however they are written, and 0 for nothing in common', () => {
    expect(likeness('窗口要房东声明。', '窗口 要房东声明')).to.equal(1)
    expect(likeness('窗口要房东声明', '系统打不开')).to.equal(0)
    expect(likeness('', '')).to.equal(0)
  })

  it('tells the same trouble in other words from another trouble', () => {
    const told = '材料按办事指南备齐，窗口要求另交房东声明，指南里没有这一条，前后跑了三趟。'
    const again = '指南上没写，窗口非要房东声明才收材料，我已经跑了两趟。'
    const other = '网上提交后一直显示审核中，打电话没有人接，半个月没有结果。'
    expect(likeness(told, again)).to.be.above(worthALook)
    expect(likeness(told, other)).to.be.below(worthALook)
  })

  it('is between 0 and 1 and the same from either side', () => {
    const words = fc.string({ unit: fc.constantFrom(...Array.from('许可证明。 a')) })
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(likeness(one, other)).to.be.within(0, 1).and.equal(likeness(other, one))
      }),
    )
  })
})

describe('The slices of a text', () => {
  it('are a few of four characters from its beginning to its end, each in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('一二三四五六七八九十')) }), words => {
        const slices = slicesOf(words)
        expect(slices.length).to.be.at.most(8)
        expect(slices.every(slice => slice.length === 4 && words.includes(slice))).to.equal(true)
        if (words.length >= 4) expect(slices[0]).to.equal(words.slice(0, 4))
        if (words.length >= 8) expect(slices.at(-1)).to.equal(words.slice(-4))
      }),
    )
  })
})
