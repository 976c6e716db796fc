import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect } from 'chai'
import { evaluateFeel } from '../../src/engine/index.js'
import { feelProblem } from '../../src/engine/lint/feel-problem.js'
import { paths, pathTo } from '../../src/http/paths.js'
import { importDiagram } from '../../src/runtime/index.js'
import { diagram, end, extensions, flow, flows, node, start, task } from '../helpers/bpmn.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import type { Visitor } from '../helpers/visitor.js'

const many = (count: number, text: string) => text.repeat(count)

/** Expressions that would keep a server for longer than anybody waits, or fill its memory, by what they do. */
const bombs: Readonly<Record<string, string>> = {
  'a loop over a range': 'count(for i in 1..1000000000 return i) > 1',
  'a quantifier over an interval': 'some i in [1..1000000000] satisfies i = -1',
  'a range that is written as a power': 'every i in 1..10**9 satisfies i > 0',
  'days without end': 'count(for d in @"0001-01-01"..@"9999-12-31" return d) > 1',
  'loops in loops': `count(for ${['a', 'b', 'c', 'd', 'e'].map(name => `${name} in 1..100`).join(', ')} return a) > 1`,
  'filters in filters': 'count(l[count(l[count(l[count(l[item > 0]) > 0]) > 0]) > 0]) > 0',
  'two loops that go through a list at every turn': `some x in l, y in l satisfies ${many(24, 'l.a=1 or ')}false`,
  'a filter that is a let': `[[1, 1]]${many(30, '[count([concatenate(item, item)]')}[1] > 0${many(30, ') > 0]')} = 1`,
  'a loop that looks back at itself': 'count(for i in 1..100 return flatten(partial)) > 1',
  'lists that double under new names': `{a0: [1, 1]${Array.from({ length: 40 }, (_, at) => `, a${at + 1}: concatenate(a${at}, a${at})`).join('')}}.a40[1] = 1`,
  'texts that double under new names': `{a0: "x"${Array.from({ length: 60 }, (_, at) => `, a${at + 1}: a${at} + a${at}`).join('')}}.a60 = "x"`,
  'texts that multiply': `string length(${many(9, 'replace(')}"${many(99, 'a')}"${many(9, `, "a", "${many(99, 'a')}")`)}) > 1`,
  'recursion by functions': '(function(f) f(f))(function(f) f(f)) = 1',
  'functions in contexts': '{f: function(n) if n < 2 then n else f(n - 1) + f(n - 2), x: f(60)}.x = 1',
  'a sort by a function': 'sort([3, 1, 2], function(a, b) true)[1] = 1',
  'very deep brackets': `${many(900, '(')}1${many(900, ')')} = 1`,
  'very deep lists': `${many(900, '[')}1${many(900, ']')} = 1`,
  'very many signs of minus': `${many(1900, '-')}1 = 1`,
  'a way without end': `scope${many(900, '.a')} = 1`,
  'a very long text': `scope = "${many(600_000, '长')}"`,
  'a very long chain': `${many(150_000, 'scope or ')}scope`,
  'a pattern that takes for ever': `matches("${many(40, 'a')}!", "(a+)+$")`,
  'a pattern in another way': `[matches][1]("${many(40, 'a')}!", "(a+)+$")`,
  'a pattern put together': `matches("${many(40, 'a')}!", "(a+)" + "+$")`,
  'a pattern to the power of ten': `matches("${many(1500, 'a')}", "${many(10, 'a*')}b")`,
}

/** A bomb by its title, at one of the places where a diagram has FEEL; each place gets several of them. */
const places: readonly ((feel: string, id: string) => { readonly inside: string; readonly named: string })[] =
  [
    (feel, id) => ({
      inside: node('exclusiveGateway', `G${id}`, `default="G${id}-End"`) + flow(`G${id}`, 'End', feel),
      named: `的连线（G${id}-End）的条件`,
    }),
    (feel, id) => ({
      inside: task(
        `T${id}`,
        extensions(
          `<camunda:formData><camunda:formField id="x" label="项${id}" type="string"><camunda:properties><camunda:property id="showWhen" value="${escaped(feel)}"/></camunda:properties></camunda:formField></camunda:formData>`,
        ),
      ),
      named: `字段“项${id}”的显示条件`,
    }),
    (feel, id) => ({
      inside: task(
        `T${id}`,
        extensions(
          `<camunda:inputOutput><camunda:outputParameter name="x${id}">=${escaped(feel)}</camunda:outputParameter></camunda:inputOutput>`,
        ),
      ),
      named: `输出“x${id}”`,
    }),
    (feel, id) => ({
      inside: task(
        `T${id}`,
        `<bpmn:multiInstanceLoopCharacteristics camunda:collection="departments"><bpmn:completionCondition>${escaped(feel)}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>`,
      ),
      named: `『T${id}』的多人办理的完成条件`,
    }),
  ]

function escaped(feel: string): string {
  return feel
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#34;')
}

function minefield(expressions: readonly string[]): {
  readonly xml: string
  readonly named: readonly string[]
} {
  const laid = expressions.map((feel, at) => places[at % places.length]?.(feel, String(at)))
  const body = start() + task('A') + end() + flows('Start', 'A', 'End')
  return {
    xml: diagram(body + laid.map(mine => mine?.inside).join(''), { id: draft.key }),
    named: laid.map(mine => mine?.named ?? ''),
  }
}

const draft = { key: 'banbuchengshi' }

/** By then somebody who waits has gone; what is refused is refused within a small part of it. */
const longestBlock = 3000

describe('FEEL bombs', function () {
  this.timeout(60_000)
  let site: HttpOffice
  let admin: Visitor
  const delay = monitorEventLoopDelay({ resolution: 20 })
  before(async () => {
    // what is not refused would keep this process too: nothing further is tried then
    for (const [title, feel] of Object.entries(bombs))
      expect(feelProblem(feel), title).to.match(/^[^。]*，(?:请|且)[^。]*$|，或写/)
    site = await openHttpOffice()
    admin = await site.as(site.office.people.admin)
  })
  after(() => site.close())
  beforeEach(() => {
    delay.reset()
    delay.enable()
  })
  afterEach(function () {
    delay.disable()
    if (this.currentTest?.state !== 'passed') return
    expect(delay.max / 1e6, `milliseconds in which nobody else was answered`).to.be.below(longestBlock)
  })

  const tryIt = pathTo(paths.trialStart, { ref: 'draft-banbuchengshi' })
  const report = {
    ...{ example: 'citizen', on: '2026-04-14', at: '09:00', contact: '10000000102' },
    ...{ item: '医保参保登记', department: '1', place: '1', description: '没带出生证明。' },
  }

  it('are not even begun, whoever asks for them', () => {
    for (const [title, feel] of Object.entries(bombs))
      expect(() => evaluateFeel(feel, { scope: 'x', l: [1, 2, 3] }), title).to.throw(/请/)
  })

  it('are each refused by their place when they are deployed or tried, and others are answered meanwhile', async () => {
    const { xml, named } = minefield(Object.values(bombs).filter(feel => feel.length <= 2000))
    const said = await refusedEverywhere(xml)
    for (const place of named) expect(said).to.include(place)
  })

  for (const title of ['a very long text', 'a very long chain'])
    it(`are refused unread when there is so much of them: ${title}`, async () => {
      const said = await refusedEverywhere(minefield([bombs[title] ?? '']).xml)
      expect(said).to.match(/的条件和表达式合计超过 60000 字；请简化/)
    })

  /** Imported, looked at, deployed and tried: nothing comes into force. Answers what the page of deploying says. */
  async function refusedEverywhere(xml: string): Promise<string> {
    const { parts, people } = site.office
    const before = await parts.store.read.definitions.latest(draft.key)
    await importDiagram(parts, people.admin, xml)
    const page = await admin.get(pathTo(paths.processDeploy, draft))
    expect(page.status).to.equal(200)
    const revision = /name="revision" value="(\d+)"/.exec(page.body)?.[1] ?? '1'
    const [deployed, tried, other] = await Promise.all([
      admin.post(pathTo(paths.processDeploy, draft), { revision, reason: '试', warningsRead: 'yes' }),
      admin.post(tryIt, report),
      site.citizen().get(paths.track),
    ])
    expect([deployed.status, tried.status, other.status]).to.deep.equal([422, 422, 200])
    expect(await parts.store.read.definitions.latest(draft.key)).to.deep.equal(before)
    return page.body
  }

  it('in a diagram that came into the database by another way stop no case but their own', async () => {
    const { parts } = site.office
    const standing = await site.office.register()
    await parts.store.transaction(unit =>
      unit.definitions.deploy(
        [
          {
            key: draft.key,
            name: '坏',
            xml: minefield(Object.values(bombs).slice(0, 4)).xml,
            sha256: 'x',
          },
        ],
        parts.clock.now(),
      ),
    )
    const reported = await site.report()
    const { id = 0 } = (await parts.store.read.definitions.latest(draft.key)) ?? {}
    expect((await admin.get(pathTo(paths.process, { id }))).body, 'and the administrator is told').to.match(
      /按现在的检查规则，这一版有\d+处不合要求/,
    )
    expect((await site.complete(reported, 'A', site.office.people.officer, {})).status).to.equal(303)
    const left = await site.office.open(reported)
    expect(
      left.map(({ name }) => name),
      'its own step is done',
    ).to.not.include('A')
    const [task] = await site.office.open(standing)
    const officer = await site.as(site.office.people.officer)
    expect((await officer.get(`/tasks/${task?.id}`)).status).to.equal(200)
  })
})
