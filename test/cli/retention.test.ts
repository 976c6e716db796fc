import { expect } from 'chai'
import { readConfig } from '../../src/config.js'
import { openParts } from '../../src/main.js'
import { furnish, newCase } from '../store/office.js'
import { run, temporaryFolder } from './run-command.js'

/** Ten years and a day before the day on which the commands run. */
const closedAt = '2016-11-23T01:00:00.000Z'

describe('bandecheng retention', () => {
  let folder: ReturnType<typeof temporaryFolder>
  const numbers: string[] = []
  before(async () => {
    folder = temporaryFolder()
    const parts = await openParts(readConfig({ BANDECHENG_DATA: folder.at }))
    const office = await furnish(parts.store)
    await parts.store.transaction(async unit => {
      const cases = [newCase(office), newCase(office), newCase(office)]
      numbers.push(...cases.map(({ number }) => number))
      const ids = await unit.cases.insert(cases)
      const [, held = 0] = ids
      await unit.cases.update(
        ids.slice(0, 2).map(id => ({ id, expectedRevision: 1, set: { closedAt, endEvent: 'End_Archived' } })),
      )
      await unit.retention.hold({ caseId: held, at: closedAt, by: office.officer, reason: '诉讼未结' })
    })
    await parts.store.close()
  })
  after(() => {
    folder.remove()
  })
  const retention = (...more: string[]) => run(['retention', '--data', folder.at, ...more])

  it('says with --dry-run what it would clear and what not, and clears nothing', async () => {
    for (let times = 0; times < 2; times++) {
      const { code, out, err } = await retention('--dry-run')
      expect(err).to.equal('')
      expect(out)
        .to.include('试算，没有清除任何内容')
        .and.match(/办结事项的个人信息 +10年 +1 +2016年11月23日/)
        .and.include(`${numbers[0]} 2016年11月23日（周三）办结`)
        .and.include('清除后保留：编号、事项')
        .and.include(`${numbers[1]} 已标明“暂不清除”`)
        .and.not.include(numbers[2])
      expect(code).to.equal(0)
    }
    const { out } = await retention('--dry-run', '--json')
    const found = JSON.parse(out) as { cases: { number: string }[]; kinds: object[] }
    expect(found.cases.map(({ number }) => number)).to.deep.equal([numbers[0]])
    expect(found.kinds[0]).to.deep.include({ kind: 'cases', value: 10, confirmed: false })
  })

  it('clears it, and the second time finds nothing', async () => {
    const { out, code } = await retention()
    expect(out)
      .to.include('已清除')
      .and.match(/办结事项的个人信息 1/)
    expect(code).to.equal(0)
    expect((await retention()).out).to.include('没有到期的内容')
    expect((await run(['verify', '--data', folder.at])).out).to.include('留痕完好')
  })

  it('makes no office where there is none', async () => {
    const { err, code } = await run(['retention', '--data', `${folder.at}/nowhere`, '--dry-run'])
    expect(err).to.include('--data')
    expect(code).to.not.equal(0)
  })
})
