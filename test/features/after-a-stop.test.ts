import { expect } from 'chai'
import { learningAdvance } from '../../src/engine/index.js'
import { keepTime } from '../../src/runtime/index.js'
import type { Moment } from '../../src/store/index.js'
import { openHttpOffice } from '../helpers/http-office.js'
import type { HttpOffice } from '../helpers/http-office.js'
import * as say from './answers.js'
import { analysedCase, confirmedCase } from './stages.js'

/*
 * The server stands still from the evening of Wednesday 8 April to the evening of Wednesday 15 April: it misses five
 * working days, the 9th, 10th, 13th, 14th and 15th. Meanwhile nobody answers anything.
 */
const stopped = '2026-04-08T18:00:00+08:00'
const startedAgain = '2026-04-15T18:00:00+08:00'

const learning = learningAdvance()

describe('The server was down for five working days', function () {
  let house: HttpOffice
  let cases: Record<'citizens' | 'departments' | 'analysis' | 'silent' | 'window', string>
  let missed: readonly Moment[]

  beforeEach(async () => {
    house = await openHttpOffice({ start: '2026-04-08T09:00:00+08:00', advance: learning })
    const { office } = house
    const { clerk, officer } = office.people
    const analysis = await office.register()
    await office.complete(analysis, 'Task_HandOver', clerk, say.handOver)
    await office.complete(analysis, 'Task_ScopeCheck', officer, say.accept)
    cases = {
      analysis,
      citizens: await confirmedCase(office, {
        answers: { guideMatch: 'same' },
        analysis: say.analysis([office.departments.market], 'A1'),
      }),
      departments: await confirmedCase(office),
      silent: await analysedCase(office),
      window: await office.register(),
    }
    await office.complete(cases.citizens, 'Task_Verdict', officer, say.citizensPart)
    await office.complete(cases.departments, 'Task_Verdict', officer, say.departmentAtFault)
    office.clock.set(stopped)
    await keepTime(office.parts)

    office.clock.set(startedAgain)
    missed = await passed()
    // two moments a round, so that the order has to hold from round to round
    for (let more = true; more;) ({ more } = await keepTime(office.parts, 2))
  })
  afterEach(() => house.close())

  it('each card that was missed is shown once, in the order in which it would have come', async () => {
    expect(missed.filter(({ kind }) => kind === 'due')).to.have.length.above(4)
    expect(missed.filter(({ kind }) => kind === 'warning')).to.have.length.above(2)
    expect(await shown()).to.deep.equal(missed.map(({ deadlineId, kind }) => [deadlineId, kind]))
    for (let round = 0; round < 3; round++) await keepTime(house.office.parts)
    expect(await shown(), 'and not again').to.have.length(missed.length)
  })

  it('supervision is called for in the order in which the limits had passed, numbered without a gap', async () => {
    const { read } = house.office.parts.store
    const papers = []
    for (const number of Object.values(cases)) {
      const row = await read.cases.byNumber(number)
      papers.push(...(await read.supervisions.ofCase(row!.id)))
    }
    papers.sort((one, other) => one.id - other.id)
    const order = missed.filter(({ kind }) => kind === 'due').map(({ deadlineId }) => deadlineId)
    const places = papers.map(({ deadlineId }) => order.indexOf(deadlineId ?? 0))
    expect(places, 'the analysis first, then the call').to.deep.equal(places.toSorted((a, b) => a - b))
    expect(places).to.have.length(2)
    expect(papers.map(({ number }) => number)).to.deep.equal(['督〔2026〕1号', '督〔2026〕2号'])
    await house.office.task(cases.analysis, 'Task_SuperviseAnalysis')
    await house.office.task(cases.citizens, 'Task_SupervisePhoneReply')
  })

  it('what the missed days have led to has its own days to run, from now on', async () => {
    const { office } = house
    const { read } = office.parts.store
    for (const number of Object.values(cases)) {
      const row = await read.cases.byNumber(number)
      const limits = await read.deadlines.ofCase(row!.id)
      for (const limit of limits.filter(({ armedAt }) => armedAt === office.clock.now()))
        expect(limit.dueAt > office.clock.now(), `${limit.name} of ${number}`).to.equal(true)
    }
    // silence of one working day counts as a yes, since now that it is seen; the verdict has its day after that
    const silent = await read.cases.byNumber(cases.silent)
    const [verdict] = (await read.deadlines.ofCase(silent!.id)).filter(
      ({ activityId, closedAt }) => activityId === 'Timer_VerdictDue' && closedAt === null,
    )
    expect(verdict).to.include({ armedAt: office.clock.now(), startOn: '2026-04-15', dueOn: '2026-04-16' })
    await office.passTo('2026-04-16T17:31:00+08:00')
    await office.task(cases.silent, 'Task_HeadVerdict')
  })

  it('the history says when each card came to be shown, and when it would have come', async () => {
    const officer = await house.as(house.office.people.officer)
    const page = (await officer.get(`/cases/${cases.citizens}`)).body
    const history = wordsOf(page)
    expect(history).to.match(/黄牌：“3个工作日内电话答复”将到期.*应于2026年4月10日（周五）.*亮牌/)
    expect(history).to.match(/红牌：“3个工作日内电话答复”已超过.*应于2026年4月13日（周一）17:30亮牌/)
    expect(history.indexOf('黄牌：“3个工作日内电话答复”')).to.be.below(
      history.indexOf('红牌：“3个工作日内电话答复”'),
    )
  })

  it('the citizen reads each thing once: one promise and that it has passed, nothing of the house’s own', async () => {
    const page = wordsOf(await tracked(cases.citizens))
    expect(occurrences(page, '3个工作日内电话答复')).to.equal(1)
    expect(occurrences(page, '已超期，正在督办')).to.equal(1)
    for (const ours of ['内部', '红牌', '黄牌', '督办单', '补记']) expect(page, ours).to.not.include(ours)
    const waiting = wordsOf(await tracked(cases.silent))
    expect(occurrences(waiting, '责任认定'), 'where it stands').to.be.within(1, 2)
    for (const ours of ['内部', '红牌', '黄牌', '督办', '视为确认'])
      expect(waiting, ours).to.not.include(ours)
  })

  async function passed(): Promise<readonly Moment[]> {
    const { store, clock } = house.office.parts
    return (await store.read.moments.first(100)).filter(({ at }) => at <= clock.now())
  }

  /** The cards as they were written into the histories, all cases together. */
  async function shown(): Promise<[unknown, Moment['kind']][]> {
    const rows = await house.office.database
      .reader<{ kind: string; data: string; at: string }>('history_entry')
      .where('kind', 'like', 'card.%')
      .andWhere('at', '>=', new Date(startedAgain).toISOString())
      .orderBy('id')
    return rows.map(({ kind, data }) => [
      (JSON.parse(data) as { deadlineId: number }).deadlineId,
      kind === 'card.yellow' ? 'warning' : 'due',
    ])
  }

  async function tracked(number: string): Promise<string> {
    const citizen = house.citizen()
    await citizen.get('/track')
    const found = await citizen.post('/track', { number, tail: '0101' })
    return (await citizen.get(found.location ?? '')).body
  }
})

function wordsOf(page: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? ''
  return main.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
}

function occurrences(text: string, words: string): number {
  return text.split(words).length - 1
}
