import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import type { CaseOutcome } from '../../src/cli/play/outcome.js'
import type { Summary } from '../../src/cli/play/summary.js'
import { run, temporaryFolder } from './run-command.js'

interface Told {
  readonly cases: readonly CaseOutcome[]
  readonly summary: Summary
}

describe('bandecheng simulate', function () {
  this.timeout(180_000)
  const folder = temporaryFolder()
  after(() => {
    folder.remove()
  })

  describe('with the twenty cases', () => {
    let told: Told
    before(async () => {
      const { code, out, err } = await run(['simulate', '--json'])
      expect({ code, err }).to.deep.equal({ code: 0, err: '' })
      told = JSON.parse(out) as Told
    })
    const of = (no: number) => told.cases.find(one => one.no === no)!
    const promise = (no: number, kind: 'phoneReply' | 'feedback') =>
      of(no).deadlines.find(limit => limit.promise === kind)
    const passed = (no: number) => of(no).path.map(({ id }) => id)

    it('plays every one of them to an end, without trouble', () => {
      expect(told.cases.map(one => one.no)).to.deep.equal(Array.from({ length: 20 }, (_, index) => index + 1))
      for (const one of told.cases) {
        expect(one.end, `case ${one.no}`).to.not.equal(null)
        expect(one.troubles, `case ${one.no}`).to.deep.equal([])
        expect(one.standsAt).to.deep.equal([])
      }
      expect(told.summary).to.include({ cases: 20, unfinished: 0 })
    })

    it('finds the department at fault in case 1, the citizen in case 2, nobody in case 3', () => {
      expect(of(1)).to.include({ verdict: 'department', cause: 'B2', outcome: 'done', end: 'End_Archived' })
      expect(of(2)).to.include({ verdict: 'citizen', cause: 'A1', end: 'End_Archived' })
      expect(of(3)).to.include({ verdict: 'objective', cause: 'C3', outcome: 'notDone' })
      expect(promise(1, 'feedback')).to.include({ result: 'kept' })
      expect(promise(1, 'phoneReply')).to.equal(undefined)
      expect(promise(2, 'phoneReply')).to.include({ result: 'kept' })
      expect(promise(2, 'feedback')).to.equal(undefined)
    })

    it('answers case 3 for the time being first, and the same limit runs on', () => {
      expect(passed(3).filter(id => id === 'Task_Feedback')).to.have.length(2)
      expect(of(3).deadlines.filter(limit => limit.promise === 'feedback')).to.have.length(1)
    })

    it('counts case 6, whom nobody reaches, apart', () => {
      expect(passed(6).filter(id => id === 'Task_PhoneReply')).to.have.length(3)
      expect(passed(6)).to.include('Task_WrittenNotice')
      expect(promise(6, 'phoneReply')).to.include({ result: 'unreachable' })
      expect(told.summary.promises.phoneReply).to.include({ unreachable: 1, missed: 0 })
    })

    it('lets the office decide where a department disputes: cases 7 and 12', () => {
      for (const no of [7, 12]) {
        expect(passed(no), `case ${no}`).to.include('Task_Rule')
        expect(of(no)).to.include({ verdict: 'department', end: 'End_Archived' })
      }
    })

    it('runs both limits where both are at fault: cases 8 and 19', () => {
      for (const no of [8, 19]) {
        expect(of(no).verdict).to.equal('mixed')
        expect(promise(no, 'phoneReply'), `case ${no}`).to.include({ result: 'kept' })
        expect(promise(no, 'feedback'), `case ${no}`).to.include({ result: 'kept' })
      }
    })

    it('explains what the law does not allow within three days: case 9', () => {
      expect(of(9)).to.include({ verdict: 'notPermitted', outcome: 'impossible' })
      expect(promise(9, 'phoneReply')).to.include({ result: 'kept' })
    })

    it('supervises the department that is late: case 11', () => {
      expect(promise(11, 'feedback')).to.include({ result: 'missed' })
      expect(passed(11)).to.include('Task_SuperviseFeedback')
      expect(of(11).supervisions).to.equal(1)
      expect(of(11).cards.map(card => card.level)).to.include.members(['yellow', 'red'])
    })

    it('takes case 12 on a Sunday night, without a window', () => {
      expect(passed(12)).to.not.include('Task_HandOver')
      expect(of(12).deadlines.every(limit => limit.dueOn > '2026-04-12')).to.equal(true)
    })

    it('keeps a plain question out of the procedure and shows what is none of its matters where to go', () => {
      expect(of(14)).to.include({ end: 'consultation', number: null })
      expect(of(15)).to.include({ end: 'End_OutOfScope', verdict: null })
    })

    it('recognises case 17, four months after case 1 was rectified', () => {
      expect(of(17).recurrence).to.equal('confirmed')
      expect(told.summary.recurrences).to.equal(1)
    })

    it('shows case 20 a date that is 暂定, because it reaches into a year nobody has announced', () => {
      expect(promise(20, 'feedback')).to.include({ provisional: true, result: 'kept' })
      expect(
        told.cases.filter(one => one.deadlines.some(limit => limit.provisional)).map(one => one.no),
      ).to.deep.equal([20])
    })

    it('reports each quarter on the way', () => {
      expect(told.summary.reports).to.equal(4)
    })
  })

  it('tells in words what happened to each case', async () => {
    const { code, out } = await run(['simulate', '--cases', cases(folder.at, [{ item: '居住证签注' }])])
    expect(code).to.equal(0)
    expect(out).to.match(/第1例 2026-00001-4 居住证签注\n {2}经过：已登记 → .* → 归档\n/)
    expect(out).to.match(/期限：10个工作日内反馈工作结果，至2026年4月16日（周四），按期/)
    expect(out).to.match(/结果：归档，B 责任在部门，已办成，/)
    expect(out).to.match(/共1例：归档1例。/)
  })

  it('plays a diagram that somebody has changed: another role, a question nobody knows, a loop with a way out', async () => {
    const process = path.join(folder.at, 'changed.bpmn')
    const shipped = readFileSync(path.join(import.meta.dirname, '../../processes/banbuchengshi.bpmn'), 'utf8')
    const field = (rest: string) =>
      `<camunda:formField id="${rest}<camunda:validation><camunda:constraint name="required" />`
    const changed = shipped
      .replace(
        'id="Task_FollowUp" name="协调后续办理" camunda:candidateGroups="officer"',
        'id="Task_FollowUp" name="协调后续办理" camunda:candidateGroups="supervisor"',
      )
      .replace(
        /(id="Task_ReturnVisit"[\s\S]*?<camunda:formData>)/,
        `$1${field('surveyNumber" label="回访编号" type="string">')}<camunda:constraint name="pattern" config="\\d{6}" /></camunda:validation></camunda:formField>` +
          `${field('mood" label="情绪" type="enum">')}</camunda:validation><camunda:value id="calm" name="平和" /></camunda:formField>`,
      )
    expect(changed).to.not.equal(shipped)
    writeFileSync(process, changed)
    const { code, out } = await run([
      'simulate',
      '--json',
      '--process',
      process,
      '--cases',
      cases(folder.at, [{ item: '居住证签注', expect: '核验退回一次' }]),
    ])
    expect(code).to.equal(0)
    const [one] = (JSON.parse(out) as Told).cases
    expect(one).to.include({ end: 'End_Archived' })
    expect(one?.path.filter(({ id }) => id === 'Task_Rectify')).to.have.length(2)
  })

  it('says where a case is stuck when nobody can do what the diagram asks', async () => {
    const process = path.join(folder.at, 'stuck.bpmn')
    const shipped = readFileSync(path.join(import.meta.dirname, '../../processes/banbuchengshi.bpmn'), 'utf8')
    // never out of the loop of 政管办核验
    writeFileSync(process, shipped.replace('rectificationAccepted != true', 'rectificationAccepted != null'))
    const words = ['simulate', process, '--cases', cases(folder.at, [{ item: '居住证签注' }])]
    const { code, out } = await run(words)
    expect(code).to.equal(0)
    expect(out).to.match(/还没有走出去/)
    expect(out).to.match(/结果：没有办完，停在(部门整改|政管办核验)/)
  })

  it('refuses a diagram that could not be put into force, with each of its problems', async () => {
    const process = path.join(folder.at, 'refused.bpmn')
    const shipped = readFileSync(path.join(import.meta.dirname, '../../processes/banbuchengshi.bpmn'), 'utf8')
    writeFileSync(process, shipped.replaceAll('candidateGroups="officer"', 'candidateGroups="boss"'))
    const { code, err } = await run(['simulate', process])
    expect(code).to.equal(1)
    expect(err)
      .to.match(/处问题，没有发布/)
      .and.to.include('boss')
  })

  it('says what is wrong with a file of cases', async () => {
    const file = path.join(folder.at, 'wrong.json')
    for (const [text, said] of [
      ['{', 'JSON'],
      ['{"cases":[]}', 'cases'],
      ['{"cases":[{"item":"x","fault":"nobody"}]}', 'cases.0.fault'],
    ] as const) {
      writeFileSync(file, text)
      const { code, err } = await run(['simulate', '--cases', file])
      expect(code).to.equal(1)
      expect(err)
        .to.include(said)
        .and.to.match(/\p{Script=Han}/u)
    }
  })

  it('lets somebody look on at a speed of their choice', async () => {
    const began = performance.now()
    const month = 30 * 86_400
    const { out } = await run([
      'simulate',
      '--speed',
      String(month),
      '--cases',
      cases(folder.at, [{ item: '居住证签注', fault: 'citizen', cause: 'A1' }]),
    ])
    // some two weeks of the played clock at a month a second
    expect(performance.now() - began).to.be.greaterThan(250)
    expect(out).to.match(/2026-00001-4 {2}登记：居住证签注/)
    expect(out).to.match(/黄丽华完成“电话答复并解释”/)
  })
})

function cases(folder: string, list: readonly object[]): string {
  const file = path.join(folder, 'cases.json')
  const usual = { department: '市公安局城中分局', place: '河东街道政务服务中心', contact: '10000000104' }
  writeFileSync(file, JSON.stringify({ cases: list.map(one => ({ ...usual, ...one })) }))
  return file
}
