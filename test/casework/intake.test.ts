import { expect } from 'chai'
import fc from 'fast-check'
import { type IntakeContext, parseIntake } from '../../src/casework/intake.js'

const context: IntakeContext = {
  channel: 'web',
  departmentIds: new Set([7, 8]),
  placeIds: new Set([1, 2]),
  windowPlaces: new Map([
    [11, 1],
    [21, 2],
  ]),
}

const report = {
  item: '食品经营许可（新办）',
  department: '7',
  contact: '10000000101',
  place: '1',
  window: '11',
  description: '材料按办事指南备齐，窗口要求另交房东“同意从事餐饮”的声明，指南里没有这一条。',
}

const parse = (change: Readonly<Record<string, unknown>> = {}) =>
  parseIntake({ ...report, ...change }, context)

function taken(change: Readonly<Record<string, unknown>> = {}) {
  const parsed = parse(change)
  if (!parsed.ok) throw new Error(parsed.errors.map(error => `${error.field}: ${error.message}`).join('\n'))
  return parsed
}

function refused(change: Readonly<Record<string, unknown>>): string[] {
  const parsed = parse(change)
  return parsed.ok ? [] : parsed.errors.map(error => error.field)
}

describe('A report', () => {
  it('is taken with what the notice asks for, and nothing else', () => {
    expect(taken().value).to.deep.equal({
      channel: 'web',
      appliedChannel: null,
      placeId: 1,
      windowId: 11,
      itemName: '食品经营许可（新办）',
      itemKey: '食品经营许可新办',
      departmentId: 7,
      reporterKind: 'person',
      reporterName: '',
      agentName: null,
      contact: '10000000101',
      contactTail: '0101',
      failedStage: null,
      visits: null,
      description: report.description,
      guideRead: null,
      guideMatch: null,
      aboutOffice: false,
    })
  })

  it('keeps all that else was said', () => {
    const { value } = taken({
      reporterKind: 'business',
      reporterName: '覃小梅',
      agentName: '覃国强（父亲）',
      appliedChannel: 'offline',
      failedStage: 'notAccepted',
      visits: '３次',
      guideRead: 'web',
      guideMatch: 'more',
      aboutOffice: 'on',
    })
    expect(value).to.include({
      reporterKind: 'business',
      reporterName: '覃小梅',
      agentName: '覃国强（父亲）',
      appliedChannel: 'offline',
      failedStage: 'notAccepted',
      visits: 3,
      guideRead: 'web',
      guideMatch: 'more',
      aboutOffice: true,
    })
  })

  for (const [name, change, fields] of [
    ['without an item', { item: ' ' }, ['item']],
    ['without a department', { department: '' }, ['department']],
    ['with a department that is none', { department: '99' }, ['department']],
    ['without a telephone', { contact: '' }, ['contact']],
    ['with a telephone that is none', { contact: '没有' }, ['contact']],
    ['without place and window', { place: '', window: '' }, ['place']],
    ['with a place that is none', { place: '9', window: '' }, ['place']],
    ['with a window that is none', { window: '99' }, ['window']],
    ['with a window of another place', { window: '21' }, ['window']],
    ['without a description', { description: '\n' }, ['description']],
    ['with visits that are no number', { visits: '很多' }, ['visits']],
    ['with a forged choice', { guideRead: 'toString' }, ['guideRead']],
    ['with two things wrong', { item: '', contact: '1' }, ['item', 'contact']],
  ] as const) {
    it(`${name} is sent back with that field`, () => {
      expect(refused(change)).to.deep.equal(fields)
    })
  }

  it('is sent back whole when nothing was sent', () => {
    for (const body of [undefined, null, '', 'item=1', [], {}]) {
      const parsed = parseIntake(body, context)
      const fields = parsed.ok ? [] : parsed.errors.map(error => error.field)
      expect(fields).to.have.members(['item', 'department', 'contact', 'description'])
    }
  })

  it('says in Chinese what to do about each field', () => {
    const parsed = parse({ item: '', department: '', contact: '2000106', window: '21', visits: 'x' })
    for (const { message } of parsed.ok ? [] : parsed.errors) expect(message).to.match(/请/)
    expect(parsed.ok ? [] : parsed.errors.find(error => error.field === 'contact')?.message).to.include(
      '区号',
    )
  })

  it('may leave the department to the office: 不清楚', () => {
    expect(taken({ department: 'unknown' }).value.departmentId).to.equal(null)
  })

  it('takes the place from the window', () => {
    expect(taken({ place: '', window: '21' }).value).to.include({ placeId: 2, windowId: 21 })
  })

  it('takes a place without a window', () => {
    expect(taken({ window: 'unknown' }).value).to.include({ placeId: 1, windowId: null })
  })

  for (const [visits, failedStage, stage] of [
    ['2', '', 'manyVisits'],
    ['1', '', null],
    ['', '', null],
    ['5', 'notApproved', 'notApproved'],
  ] as const) {
    it(`with ${visits || 'unknown'} visits and the stage ${failedStage || 'left out'} is ${stage ?? 'without a stage'}`, () => {
      expect(taken({ visits, failedStage }).value.failedStage).to.equal(stage)
    })
  }

  it('is taken once when a field is sent twice: the last one counts', () => {
    expect(taken({ item: ['居住证签注', '食品经营许可'] }).value.itemName).to.equal('食品经营许可')
  })

  it('is not bent by names that every object has', () => {
    const body: unknown = JSON.parse(`{"__proto__": {"item": "食品"}, "constructor": "x", "toString": "y"}`)
    expect(parseIntake(body, context).ok).to.equal(false)
    expect(taken({ ['__proto__']: 'x', constructor: 'x' }).value).to.not.have.property('x')
  })
})

describe('Free text of a report', () => {
  for (const text of [
    '㙍𬌗䶮 👍🏽 <script>alert(1)</script>',
    "'; drop table grievance_case; --",
    '{{t "key"}}',
    '=1+1',
    '‮倒',
  ]) {
    it(`is kept as it is: ${text}`, () => {
      expect(taken({ description: text, reporterName: text }).value).to.include({
        description: text,
        reporterName: text,
      })
    })
  }

  it('may have 2,000 characters, however they are stored', () => {
    expect(taken({ description: '𬌗'.repeat(2000) }).value.description).to.have.length(4000)
    expect(refused({ description: '𬌗'.repeat(2001) })).to.deep.equal(['description'])
  })

  it('of a megabyte is told how much too long it is', () => {
    const parsed = parse({ description: '字'.repeat(1_048_576) })
    const [error] = parsed.ok ? [] : parsed.errors
    expect(error?.message).to.equal('写了1048576个字，最多2000个字，请删减1046576个字后再提交。')
  })

  it('counts a browser’s line break once', () => {
    expect(taken({ description: '一\r\n'.repeat(1000) }).ok).to.equal(true)
  })

  it('is never refused within its size', () => {
    const free = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(free, free, (description, name) => {
        fc.pre(description.replaceAll('\0', '').trim() !== '')
        expect(refused({ description, reporterName: name.slice(0, 50) })).to.deep.equal([])
      }),
    )
  })

  it('with an ID or card number is taken, and the writer warned once for each kind', () => {
    const { warnings, value } = taken({
      description: '我的身份证11010519491231002X，卡4111111111111111，再写一遍11010519491231002X',
    })
    expect(warnings.map(warning => `${warning.field} ${warning.kind}`)).to.deep.equal([
      'description idNumber',
      'description bankCard',
    ])
    expect(value.description).to.include('11010519491231002X')
    expect(taken().warnings).to.deep.equal([])
  })
})
