import { expect } from 'chai'
import fc from 'fast-check'
import type { FormField } from '../../src/casework/answer-field.js'
import { type Answers, parseAnswers } from '../../src/casework/answers.js'

const field = (type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  id: 'it',
  label: '某项',
  type,
  required: false,
  choices: [],
  ...more,
})

const always = { departmentIds: new Set([7, 8, 9]), shown: () => true }

/** What one field makes of what was sent: its value, or the message. */
function read(of: FormField, sent: unknown): unknown {
  const parsed = parseAnswers([of], sent === undefined ? {} : { it: sent }, always)
  return parsed.ok ? parsed.answers.it : parsed.errors.it
}

const choices = [
  { id: 'citizen', name: 'A 责任在群众' },
  { id: 'department', name: 'B 责任在部门' },
]

describe('The answer to a field', () => {
  for (const [type, sent, value] of [
    ['string', ' 一行\r\n字 ', '一行 字'],
    ['string', '', null],
    ['string', undefined, null],
    ['text', '第一段\r\n第二段', '第一段\n第二段'],
    ['text', ['第一', '第二'], '第二'],
    ['long', '３', 3],
    ['long', '-1', -1],
    ['long', '', null],
    ['long', 12, 12],
    ['boolean', 'true', true],
    ['boolean', 'on', true],
    ['boolean', 'false', false],
    ['boolean', ['false', 'true'], true],
    ['boolean', undefined, false],
    ['boolean', true, true],
    ['date', '2026-04-15', '2026-04-15'],
    ['date', '２０２６年４月５日', '2026-04-05'],
    ['date', '2026/4/5', '2026-04-05'],
    ['date', '', null],
    ['cause', 'B2', 'B2'],
    ['cause', '', null],
    ['department', '7', 7],
    ['department', '', null],
    ['departments', ['8', '7', '8'], [8, 7]],
    ['departments', '9,7', [9, 7]],
    ['departments', undefined, []],
  ] as const) {
    it(`${type}: ${JSON.stringify(sent)} is ${JSON.stringify(value)}`, () => {
      expect(read(field(type), sent)).to.deep.equal(value)
    })
  }

  for (const [name, of, sent, message] of [
    ['a required text left blank', field('text', { required: true }), ' ', '请填写“某项”。'],
    ['a required choice left open', field('enum', { required: true, choices }), '', '请选择“某项”。'],
    ['a required yes or no left open', field('boolean', { required: true }), undefined, '请选择“某项”。'],
    ['a required list left empty', field('departments', { required: true }), [], '请选择“某项”。'],
    ['a forged choice', field('enum', { choices }), 'toString', '请从所列选项中选择。'],
    ['a cause that is none', field('cause'), 'A9', '请从所列选项中选择。'],
    ['a word for yes or no', field('boolean'), '也许', '请从所列选项中选择。'],
    [
      'a department that is none',
      field('department'),
      '99',
      '请从所列部门中选择；部门可能刚刚停用，请刷新页面。',
    ],
    [
      'one department of several that is none',
      field('departments'),
      ['7', 'x'],
      '请从所列部门中选择；部门可能刚刚停用，请刷新页面。',
    ],
    ['half a visit', field('long'), '1.5', '请填整数，例如3。'],
    ['too few', field('long', { min: 1 }), '0', '不能小于1，请改正。'],
    ['too many', field('long', { max: 99 }), '100', '不能大于99，请改正。'],
    [
      'too long',
      field('string', { maxLength: 3 }),
      '𬌗𬌗𬌗𬌗',
      '写了4个字，最多3个字，请删减1个字后再提交。',
    ],
    [
      'longer than a line without a word in the diagram',
      field('string'),
      '字'.repeat(201),
      '写了201个字，最多200个字，请删减1个字后再提交。',
    ],
    [
      'a megabyte',
      field('text'),
      '字'.repeat(1_000_000),
      '写了1000000个字，最多2000个字，请删减998000个字后再提交。',
    ],
    ['too short', field('text', { minLength: 5 }), '好的', '只写了2个字，至少5个字，请补充。'],
    [
      'not of the pattern',
      field('string', { pattern: '\\d{4}' }),
      '12345',
      '“某项”的格式不对，请按说明填写。',
    ],
    ['not a date', field('date'), '明天', '请填日期，例如2026-04-15。'],
    ['the 30th of February', field('date'), '2026-02-30', '没有这一天，请核对年月日。'],
    ['the 13th month', field('date'), '2026-13-01', '没有这一天，请核对年月日。'],
  ] as const) {
    it(`${name} is sent back: ${message}`, () => {
      expect(read(of, sent)).to.equal(message)
    })
  }

  it('keeps no as an answer to a required question', () => {
    expect(read(field('boolean', { required: true }), 'false')).to.equal(false)
    expect(read(field('long', { required: true }), '0')).to.equal(0)
  })

  it('takes a choice of the diagram', () => {
    expect(read(field('enum', { choices }), 'citizen')).to.equal('citizen')
  })

  it('takes what matches the whole pattern', () => {
    expect(read(field('string', { pattern: 'a|b' }), 'b')).to.equal('b')
    expect(read(field('string', { pattern: 'a|b' }), 'ab')).to.include('格式不对')
  })
})

describe('The answers of a form', () => {
  const verdict = field('enum', { id: 'verdict', label: '责任认定', required: true, choices })
  const missing = field('text', {
    id: 'missingMaterials',
    label: '补正清单',
    required: true,
    showWhen: 'verdict = "citizen"',
  })
  const deadline = field('date', {
    id: 'by',
    label: '补正期限',
    required: true,
    showWhen: 'missingMaterials != null',
  })
  const form = [verdict, missing, deadline]
  const shown = (of: FormField, answers: Answers) => {
    if (of === missing) return answers.verdict === 'citizen'
    return of !== deadline || answers.missingMaterials !== null
  }
  const parse = (body: unknown) => parseAnswers(form, body, { ...always, shown })

  it('has what is shown, and null where it was left blank', () => {
    const optional = [field('string', { id: 'a' }), field('long', { id: 'b' })]
    expect(parseAnswers(optional, { a: '字' }, always)).to.deep.equal({
      ok: true,
      answers: { a: '字', b: null },
      hidden: [],
    })
  })

  it('asks for what is shown', () => {
    expect(parse({ verdict: 'citizen' })).to.deep.equal({
      ok: false,
      errors: { missingMaterials: '请填写“补正清单”。' },
    })
  })

  it('neither asks for nor keeps what is hidden', () => {
    expect(parse({ verdict: 'department', missingMaterials: '户口簿' })).to.deep.equal({
      ok: true,
      answers: { verdict: 'department' },
      hidden: ['missingMaterials', 'by'],
    })
  })

  it('does not mind nonsense in what is hidden', () => {
    expect(parse({ verdict: 'department', by: 'nonsense' }).ok).to.equal(true)
  })

  it('hides what hangs on something hidden', () => {
    const parsed = parse({ verdict: 'department', missingMaterials: '户口簿', by: '2026-04-15' })
    expect(parsed.ok && parsed.hidden).to.deep.equal(['missingMaterials', 'by'])
  })

  it('comes to an end with two fields that hide each other', () => {
    const [one, other] = [field('boolean', { id: 'one' }), field('boolean', { id: 'other' })]
    const parsed = parseAnswers(
      [one, other],
      { one: 'on', other: 'on' },
      {
        ...always,
        shown: (of, answers) => answers[of.id === 'one' ? 'other' : 'one'] !== true,
      },
    )
    expect(parsed.ok).to.equal(true)
  })

  it('ignores what the form does not have', () => {
    const parsed = parse({
      verdict: 'department',
      satisfaction: '5',
      causeConfirmedAt: '2020-01-01T00:00:00.000Z',
    })
    expect(parsed.ok && Object.keys(parsed.answers)).to.deep.equal(['verdict'])
  })

  it('is not bent by names that every object has', () => {
    const odd = [field('string', { id: '__proto__' }), field('string', { id: 'constructor' })]
    const parsed = parseAnswers(odd, {}, always)
    expect(parsed.ok && Object.getOwnPropertyDescriptor(parsed.answers, 'constructor')?.value).to.equal(null)
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined)
  })

  it('never throws, whatever is sent', () => {
    const types = [
      'string',
      'text',
      'long',
      'boolean',
      'date',
      'enum',
      'department',
      'departments',
      'cause',
    ] as const
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.boolean(), fc.anything(), (type, required, sent) => {
        const parsed = parseAnswers([field(type, { required, choices })], { it: sent }, always)
        expect(parsed.ok ? parsed.answers : parsed.errors).to.have.property('it')
      }),
    )
  })
})
