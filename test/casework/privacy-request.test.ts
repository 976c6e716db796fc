import { expect } from 'chai'
import {
  groundsFor,
  groundWords,
  isGroundFor,
  PRIVACY_REQUESTS,
  REFUSAL_GROUNDS,
} from '../../src/casework/privacy-request.js'

describe('a refusal of what a citizen asks about their own data', () => {
  it('has a reason of the law for each kind of request, and each reason is of some use', () => {
    for (const { value } of PRIVACY_REQUESTS) expect(groundsFor(value), value).to.have.length.above(1)
    for (const { value, article } of REFUSAL_GROUNDS) {
      expect(
        PRIVACY_REQUESTS.some(kind => isGroundFor(kind.value, value)),
        value,
      ).to.equal(true)
      expect(article).to.match(/^第.+[条款项]$/)
    }
  })

  it('takes no reason of another right', () => {
    expect(isGroundFor('correct', 'kept')).to.equal(false)
    expect(isGroundFor('erase', 'accurate')).to.equal(false)
    expect(isGroundFor('erase', 'kept')).to.equal(true)
    expect(isGroundFor('restrict', 'purpose')).to.equal(true)
  })

  it('is told with its article; a reason of another time as it was written', () => {
    expect(groundWords('kept')).to.equal(
      '《个人信息保护法》第四十七条第二款：法律、行政法规规定的保存期限未届满',
    )
    expect(groundWords('其他')).to.equal('其他')
  })
})
