import { expect } from 'chai'
import { learningAdvance } from '../../src/engine/index.js'
import {
  beginReport,
  chooseExamples,
  completeTask,
  examplesPage,
  figurePage,
  recount,
  reportPage,
  saveDraft,
  settleSection,
  workOff,
} from '../../src/runtime/index.js'
import type { Actor } from '../../src/casework/actor.js'
import { ReportFrozenProblem } from '../../src/casework/problem.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'
import * as say from './answers.js'
import { confirmedCase, rectifyAndArchive } from './stages.js'

const learning = learningAdvance()
const quarter = '2026Q2'

describe('The draft of a quarter’s report', () => {
  let office: TestOffice
  let officer: Actor
  let open: string
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-04-14T09:00:00+08:00', advance: learning })
    officer = office.people.officer
    const done = await confirmedCase(office)
    await office.complete(done, 'Task_Verdict', officer, say.departmentAtFault)
    await rectifyAndArchive(office, done)
    await office.passTo('2026-06-30T15:00:00+08:00')
    open = await confirmedCase(office, {
      answers: { item: '居住证签注', contact: '10000000106', guideMatch: 'same', visits: '1' },
      analysis: say.analysis([office.departments.market], 'A1'),
    })
    await office.passTo('2026-07-01T09:00:00+08:00')
  })
  afterEach(() => office.close())

  const page = (by = officer) => reportPage(office.parts, by, quarter)
  const words = async (key: string) => (await page()).sections.find(one => one.key === key)?.words ?? ''
  const typedWords = async (values: Record<string, string>) => {
    const [task] = (await page()).openTasks
    await saveDraft(office.parts, officer, { taskId: task!.id, typed: values })
  }
  const step = async (by: Actor, body: Record<string, string>) => {
    const [task] = (await page(by)).openTasks
    await completeTask(office.parts, by, { taskId: task!.id, revision: task!.revision, body })
    await workOff(office.parts)
  }
  /** After the quarter the office finds that the open case was the citizen’s to complete. */
  const verdict = () => office.complete(open, 'Task_Verdict', officer, say.citizensPart)

  it('stands still while cases go on, and follows them when it is counted again', async () => {
    expect(await words('causes')).to.include('责任认定情况：B 责任在部门1件。')
    await verdict()
    expect(await words('causes'), 'as it was counted').to.include('B 责任在部门1件。')
    await recount(office.parts, officer, quarter)
    expect(await words('causes')).to.include('A 责任在群众1件、B 责任在部门1件。')
    expect((await page()).behind, 'nobody had edited it').to.deep.equal([])
  })

  it('keeps every word that somebody wrote, and shows the figures that changed beneath', async () => {
    await typedWords({ sectionCauses: '主要是窗口另要材料。', sectionOverview: await words('overview') })
    await verdict()
    await recount(office.parts, officer, quarter)
    const { behind, openTasks } = await page()
    expect(behind.map(({ key }) => key)).to.deep.equal(['causes'])
    expect(behind[0]!.section).to.include({ words: '主要是窗口另要材料。' })
    expect(behind[0]!.section.now).to.include('A 责任在群众1件')
    expect(openTasks[0]!.draft, 'in the form, too').to.include({ sectionCauses: '主要是窗口另要材料。' })
  })

  for (const [choice, expected] of [
    ['own', '主要是窗口另要材料。'],
    ['drafted', 'A 责任在群众1件'],
  ] as const)
    it(`takes the ${choice} words when somebody chooses, and asks no more`, async () => {
      await typedWords({ sectionCauses: '主要是窗口另要材料。' })
      await verdict()
      await recount(office.parts, officer, quarter)
      await settleSection(office.parts, officer, quarter, { section: 'causes', choice })
      const { behind, openTasks } = await page()
      expect(behind).to.deep.equal([])
      expect(openTasks[0]!.draft!.sectionCauses).to.include(expected)
      await recount(office.parts, officer, quarter)
      expect((await page()).behind, 'nothing has changed since').to.deep.equal([])
    })

  it('tells the cases that were chosen, masked, and again those that teach most when none is', async () => {
    expect(await words('typical'))
      .to.include('食品经营许可')
      .and.not.include('居住证')
    await verdict()
    const { candidates } = await examplesPage(office.parts, officer, quarter)
    expect(candidates.map(each => [each.item, each.chosen])).to.deep.equal([
      ['食品经营许可（新办）', true],
      ['居住证签注', false],
    ])
    await chooseExamples(office.parts, officer, quarter, [candidates[1]!.caseId])
    expect(await words('typical'))
      .to.include('居住证签注')
      .and.not.include('食品经营许可')
    await chooseExamples(office.parts, officer, quarter, [])
    expect(await words('typical')).to.include('食品经营许可')
  })

  it('is not touched once it was handed on', async () => {
    await step(officer, { sectionOverview: '总体情况。' })
    const refused = await recount(office.parts, officer, quarter).catch((error: unknown) => error)
    expect(refused).to.be.instanceOf(ReportFrozenProblem)
    await step(office.people.supervisor, { approved: 'false', approveNote: '请核对原因分析。' })
    await recount(office.parts, officer, quarter)
    expect(await words('overview'), 'the words that came back').to.equal('总体情况。')
  })

  it('is frozen as it was examined, whatever happened in between and after', async () => {
    await step(officer, { sectionOverview: '总体情况。' })
    const examined = (await page(office.people.supervisor)).figures
    await verdict()
    await step(office.people.supervisor, { approved: 'true' })
    const leader = () => page(office.people.leader)
    expect((await leader()).figures).to.deep.equal(examined)
    await office.register({ contact: '10000000177', item: '烟花爆竹零售许可' })
    await office.passTo('2026-08-20T09:00:00+08:00')
    expect((await leader()).figures).to.deep.equal(examined)
    const asked = { quarter, version: null, by: null, value: null, after: -1, limit: 50 }
    const received = await figurePage(office.parts, officer, { ...asked, figure: 'received' })
    expect(received.rows.map(({ line }) => [line.item, line.verdict])).to.deep.equal([
      ['食品经营许可（新办）', 'B 责任在部门'],
      ['居住证签注', null],
    ])
  })

  it('of a revision says what changed against the version before', async () => {
    await step(officer, { sectionOverview: '总体情况。', sectionCauses: '原因。' })
    await step(office.people.supervisor, { approved: 'true' })
    await step(officer, { sentChannel: '纸质文件' })
    await verdict()
    await beginReport(office.parts, officer, quarter)
    const revised = await page()
    expect(revised.report!.version).to.equal(2)
    expect(revised.changes!.version).to.equal(1)
    expect(revised.changes!.sections).to.include('overview')
    expect(revised.changes!.figures).to.deep.equal([])
    expect(revised.figures.by.verdict.map(({ label }) => label)).to.include('A 责任在群众')
    const before = await reportPage(office.parts, officer, quarter, 1)
    expect(before.sections.map(one => one.words)).to.deep.equal(['总体情况。', '原因。'])
    expect(before.figures.by.verdict.map(({ label }) => label)).to.not.include('A 责任在群众')
  })

  it('is refused by the database itself when somebody would change what is frozen', async () => {
    await step(officer, { sectionOverview: '总体情况。' })
    await step(office.people.supervisor, { approved: 'true' })
    const { id } = (await page()).report!
    for (const table of ['report_case', 'report_evidence']) {
      const failure = await office.database
        .writer(table)
        .where({ report_id: id })
        .delete()
        .catch((error: unknown) => error)
      expect(String(failure), table).to.include('of a frozen report stays')
    }
  })
})
