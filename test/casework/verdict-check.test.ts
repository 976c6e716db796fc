import { expect } from 'chai'
import { CAUSES } from '../../src/casework/cause.js'
import { VERDICTS } from '../../src/casework/verdict.js'
import { causesFit, checkVerdict, guideNamedIt, type VerdictInput } from '../../src/casework/verdict-check.js'

const sound: VerdictInput = {
  verdict: 'citizen',
  cause: 'A1',
  causeSecondary: null,
  missingMaterials: '出生医学证明原件',
  guideMatch: 'same',
  guideNamesIt: null,
}

const findings = (change: Partial<VerdictInput>) =>
  checkVerdict({ ...sound, ...change }).map(({ severity, field }) => `${severity} ${field}`)

describe('The verdict', () => {
  for (const [name, change, expected] of [
    ['A with a list of what is missing stands', {}, []],
    ['A without a list is refused', { missingMaterials: null }, ['refused missingMaterials']],
    ['A with a blank list is refused', { missingMaterials: ' \n ' }, ['refused missingMaterials']],
    ['what the window asked beyond the guide is not A', { guideMatch: 'more' }, ['refused verdict']],
    ['what the guide left out is not A', { guideMatch: 'less' }, ['refused verdict']],
    ['the office looked it up and the guide names it: A', { guideMatch: 'more', guideNamesIt: true }, []],
    [
      'the office looked it up and the guide does not: not A',
      { guideMatch: 'same', guideNamesIt: false },
      ['refused verdict'],
    ],
    ['nobody said anything about the guide: A may stand', { guideMatch: null }, []],
    ['A for what policy does not allow is questioned', { cause: 'A3' }, ['warning cause']],
    ['not permitted by law fits A3', { verdict: 'notPermitted', cause: 'A3', missingMaterials: null }, []],
    [
      'B with a cause of the citizen is questioned',
      { verdict: 'department', cause: 'A1', missingMaterials: null },
      ['warning cause'],
    ],
    [
      'B is B whatever the guide says',
      { verdict: 'department', cause: 'B2', missingMaterials: null, guideMatch: 'more' },
      [],
    ],
    ['C fits a system’s failure', { verdict: 'objective', cause: 'C1', missingMaterials: null }, []],
    ['mixed wants both sides named', { verdict: 'mixed', cause: 'C3' }, ['warning cause']],
    ['mixed with both sides stands', { verdict: 'mixed', cause: 'C3', causeSecondary: 'A4' }, []],
    [
      'mixed asks what the citizen has to do',
      { verdict: 'mixed', cause: 'A1', causeSecondary: 'C3', missingMaterials: '' },
      ['warning missingMaterials'],
    ],
    ['before there is a cause there is nothing to misfit', { cause: null }, []],
  ] as const) {
    it(name, () => {
      expect(findings(change)).to.deep.equal(expected)
    })
  }

  it('says what is wrong in Chinese', () => {
    const [finding] = checkVerdict({ ...sound, guideMatch: 'more' })
    expect(finding?.message).to.include('办事指南没有写明')
  })

  it('finds exactly one verdict besides mixed for each cause', () => {
    for (const { code } of CAUSES) {
      expect(
        VERDICTS.filter(({ value }) => causesFit(value, code, null)),
        code,
      ).to.have.length(1)
    }
  })

  it('weighs the office’s look at the guide over the citizen’s word', () => {
    expect(guideNamedIt({ guideMatch: 'more', guideNamesIt: true })).to.equal(true)
    expect(guideNamedIt({ guideMatch: 'different', guideNamesIt: null })).to.equal(true)
  })
})
