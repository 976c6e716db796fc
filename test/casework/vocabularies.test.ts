import { expect } from 'chai'
import {
  CAUSE_GROUPS,
  CAUSES,
  causeGroupLabel,
  causeGroupOf,
  causeLabel,
  isCauseCode,
  isGuideCause,
} from '../../src/casework/cause.js'
import {
  APPLIED_CHANNELS,
  appliedChannelSchema,
  CHANNELS,
  channelSchema,
} from '../../src/casework/channel.js'
import { type Choice, isOneOf, labelOf, valuesOf } from '../../src/casework/choice.js'
import { CONFIRMATIONS } from '../../src/casework/confirmation.js'
import { endingOf, ENDINGS } from '../../src/casework/ending.js'
import { cameManyTimes, FAILED_STAGES, failedStageSchema } from '../../src/casework/failed-stage.js'
import { GUIDE_MATCH, GUIDE_READ, guideMatchSchema, guideReadSchema } from '../../src/casework/guide.js'
import { LIAISON_KINDS } from '../../src/casework/liaison.js'
import { OUTCOMES } from '../../src/casework/outcome.js'
import { CALL_RESULTS } from '../../src/casework/phone-call.js'
import { RECURRENCES } from '../../src/casework/recurrence.js'
import { REPORTER_KINDS, reporterKindSchema } from '../../src/casework/reporter-kind.js'
import { isRole, roleLabel, ROLES, WORKING_ROLES } from '../../src/casework/role.js'
import {
  isSatisfied,
  SATISFACTION_GRADES,
  satisfactionLabel,
  satisfactionOf,
} from '../../src/casework/satisfaction.js'
import { PROMISES, promisesOf, VERDICTS, verdictLabel } from '../../src/casework/verdict.js'

const vocabularies: Readonly<Record<string, readonly Choice[]>> = {
  ROLES,
  CHANNELS,
  APPLIED_CHANNELS,
  FAILED_STAGES,
  GUIDE_READ,
  GUIDE_MATCH,
  REPORTER_KINDS,
  OUTCOMES,
  CONFIRMATIONS,
  CALL_RESULTS,
  RECURRENCES,
  VERDICTS,
  PROMISES,
  LIAISON_KINDS,
  ENDINGS,
}

describe('The office’s vocabularies', () => {
  for (const [name, choices] of Object.entries(vocabularies)) {
    it(`${name}: each value once, each with a Chinese word of its own`, () => {
      expect(new Set(choices.map(each => each.value)).size).to.equal(choices.length)
      expect(new Set(choices.map(each => each.label)).size).to.equal(choices.length)
      for (const { label } of choices) expect(label).to.match(/\p{Script=Han}/u)
    })
  }

  it('are what the schemas let in, and nothing else', () => {
    const pairs = [
      [CHANNELS, channelSchema],
      [APPLIED_CHANNELS, appliedChannelSchema],
      [FAILED_STAGES, failedStageSchema],
      [GUIDE_READ, guideReadSchema],
      [GUIDE_MATCH, guideMatchSchema],
      [REPORTER_KINDS, reporterKindSchema],
    ] as const
    for (const [choices, schema] of pairs) {
      for (const { value } of choices) expect(schema.safeParse(value).success, value).to.equal(true)
      expect(schema.safeParse('toString').success).to.equal(false)
    }
  })

  it('show a value they do not know as it is', () => {
    expect(labelOf(CHANNELS, 'fax')).to.equal('fax')
    expect(isOneOf(CHANNELS, 'fax')).to.equal(false)
    expect(isOneOf(CHANNELS, undefined)).to.equal(false)
  })

  it('cannot be empty', () => {
    expect(() => valuesOf([])).to.throw()
  })
})

describe('Roles', () => {
  it('are the eight that can have an account', () => {
    expect(ROLES.map(role => role.value)).to.deep.equal([
      'clerk',
      'officer',
      'liaison',
      'supervisor',
      'leader',
      'admin',
      'security',
      'auditor',
    ])
    expect(WORKING_ROLES.map(role => role.value)).to.deep.equal(ROLES.slice(0, 6).map(role => role.value))
    expect(roleLabel('supervisor')).to.equal('负责人（督办）')
  })

  it('do not include the citizen', () => {
    expect(isRole('citizen')).to.equal(false)
    expect(isRole('clerk')).to.equal(true)
  })
})

describe('Cause codes', () => {
  it('begin with their group', () => {
    for (const { code, group } of CAUSES) expect(causeGroupOf(code)).to.equal(group)
    expect(CAUSES.map(({ code }) => code).join(' ')).to.equal(
      'A1 A2 A3 A4 A5 B1 B2 B3 B4 B5 B6 B7 C1 C2 C3 C4 C5',
    )
    for (const { group, label } of CAUSE_GROUPS) expect(causeGroupLabel(group)).to.equal(label)
  })

  it('are shown with their label', () => {
    expect(causeLabel('B2')).to.equal('B2 指南外要求（隐形壁垒）')
    expect(causeLabel('Z9'), 'a code of an older list').to.equal('Z9')
  })

  it('are told from other texts', () => {
    expect(['A1', 'C5'].every(isCauseCode)).to.equal(true)
    expect(['', 'A', 'A6', 'a1', null, 1].some(isCauseCode)).to.equal(false)
  })

  it('count as the guide’s own only when the guide has the gap', () => {
    expect(CAUSES.map(({ code }) => code).filter(isGuideCause)).to.deep.equal(['B1'])
    expect(isGuideCause(null)).to.equal(false)
  })
})

describe('Verdicts', () => {
  for (const [verdict, promises] of [
    ['citizen', ['phoneReply']],
    ['notPermitted', ['phoneReply']],
    ['department', ['feedback']],
    ['objective', ['feedback']],
    ['mixed', ['phoneReply', 'feedback']],
  ] as const) {
    it(`${verdictLabel(verdict)} promises ${promises.join(' and ')}`, () => {
      expect(promisesOf(verdict)).to.deep.equal(promises)
    })
  }
})

describe('Many visits', () => {
  for (const [visits, many] of [
    [null, false],
    [0, false],
    [1, false],
    [2, true],
    [5, true],
  ] as const) {
    it(`${visits ?? 'unknown'} visits ${many ? 'count' : 'do not count'} as many`, () => {
      expect(cameManyTimes(visits)).to.equal(many)
    })
  }
})

describe('Satisfaction', () => {
  it('has five grades, of which three are satisfied', () => {
    expect(SATISFACTION_GRADES.map(({ grade }) => grade).filter(isSatisfied)).to.deep.equal([5, 4, 3])
    expect(satisfactionLabel(3)).to.equal('基本满意')
  })

  for (const [value, grade] of [
    [5, 5],
    ['5', 5],
    ['1', 1],
    [0, null],
    ['6', null],
    ['', null],
    [null, null],
    [4.5, null],
    ['五', null],
  ] as const) {
    it(`reads ${JSON.stringify(value)} as ${grade ?? 'nothing'}`, () => {
      expect(satisfactionOf(value)).to.equal(grade)
    })
  }
})

describe('Endings', () => {
  it('are known by the end event of the diagram', () => {
    expect(endingOf('End_Archived')).to.equal('archived')
    expect(endingOf('End_Merged')).to.equal('merged')
    expect(endingOf(null)).to.equal(null)
    expect(endingOf('End_OfAnotherDiagram')).to.equal(null)
  })
})
