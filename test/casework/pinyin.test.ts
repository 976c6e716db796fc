import { expect } from 'chai'
import { pinyinOf } from '../../src/casework/pinyin.js'

describe('How a name is typed', () => {
  it('in whole syllables and in their first letters', () => {
    expect(pinyinOf('食品经营许可（新办）')).to.deep.equal({
      full: 'shipinjingyingxukexinban',
      initials: 'spjyxkxb',
    })
  })

  it('as the word has it, not the character', () => {
    expect(pinyinOf('银行').full).to.equal('yinhang')
    expect(pinyinOf('行政许可').full).to.equal('xingzhengxuke')
    expect(pinyinOf('重庆').initials).to.equal('cq')
  })

  it('with v for ü, and everything that is no hanzi as it is', () => {
    expect(pinyinOf('绿色通道A1').full).to.equal('lvsetongdaoa1')
    expect(pinyinOf('㙍𬌗😀参保').initials).to.match(/cb$/)
  })
})
