import { expect } from 'chai'
import { ledger } from '../../src/runtime/index.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'

describe('Who comes back without a slip is found', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice()
  })
  afterEach(() => office.close())

  const found = async (who: keyof TestOffice['people'], text: string) =>
    (await ledger(office.parts, office.people[who], { text, limit: 9 })).rows.map(({ number }) => number)

  it('by two characters of what they told, the moment it is registered', async () => {
    const number = await office.register({ description: '窗口要我回老家开无犯罪记录证明。' })
    expect(await found('clerk', '老家')).to.deep.equal([number])
    expect(await found('clerk', '老家 犯罪')).to.deep.equal([number])
    expect(await found('clerk', '老家 公证')).to.deep.equal([])
  })

  it('at their own place only, and by a department only once the case is put to it', async () => {
    const number = await office.register({
      ...{ place: String(office.places.street), window: '', department: 'unknown' },
      description: '要回老家开证明。',
    })
    expect(await found('clerk', '老家'), 'another place’s').to.deep.equal([])
    expect(await found('liaison', '老家')).to.deep.equal([])
    expect(await found('officer', '老家')).to.deep.equal([number])
  })
})
