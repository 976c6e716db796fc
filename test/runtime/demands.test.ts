import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { DEMANDS } from '../../src/casework/demands.js'
import { projectFacts } from '../../src/casework/facts.js'
import { readReportInput } from '../../src/casework/report/read-input.js'
import type { ReportRows } from '../../src/casework/report/read-input.js'
import { FACTS } from '../../src/casework/fact-list.js'
import { examineDiagram } from '../../src/runtime/index.js'

const shipped = readFileSync('processes/banbuchengshi.bpmn', 'utf8')

/** What is said of the procedure when it is changed like this; the change must change something. */
async function said(change: (xml: string) => string) {
  const changed = change(shipped)
  expect(changed).not.to.equal(shipped)
  return examineDiagram(changed)
}

describe('What the notice asks of the procedure', () => {
  const [demands] = DEMANDS

  it('is all in the one that ships, and in the quarter’s', async () => {
    expect(await examineDiagram(shipped)).to.deep.equal([])
    expect(await examineDiagram(readFileSync('processes/quarterly-report.bpmn', 'utf8'))).to.deep.equal([])
  })

  const broken: Readonly<
    Record<string, readonly [rule: string, at: string, change: (xml: string) => string]>
  > = {
    'five days for the phone reply': [
      'demanded-limit',
      'Timer_PhoneReplyDue',
      xml => xml.replace('>P3D<', '>P5D<'),
    ],
    'ten days by the calendar on the wall': [
      'demanded-limit',
      'Timer_FeedbackDue',
      xml => xml.replace(/(id="Timer_FeedbackDue_definition" bdc:calendar=)"workdays"/, '$1"days"'),
    ],
    'ten days as a limit of the house’s own': [
      'demanded-limit',
      'Timer_FeedbackDue',
      xml => xml.replace(/(id="Timer_FeedbackDue_definition" .*?bdc:kind=)"statutory"/, '$1"internal"'),
    ],
    'ten days from the registration': [
      'demanded-limit',
      'Timer_FeedbackDue',
      xml =>
        xml.replace(/(id="Timer_FeedbackDue_definition" .*?bdc:from=)"causeConfirmedAt"/, '$1"registeredAt"'),
    ],
    'ten days that end the work': [
      'statutory-limit',
      'Timer_FeedbackDue',
      xml => xml.replace(/(id="Timer_FeedbackDue".*?cancelActivity=)"false"/, '$1"true"'),
    ],
    'no limit for the phone reply': [
      'demanded-limit',
      'SubProcess_PhoneReply',
      xml => xml.replace(/<bpmn:boundaryEvent id="Timer_PhoneReplyDue"[\s\S]*?<\/bpmn:boundaryEvent>/, ''),
    ],
    'ten days for the department only': [
      'demanded-limit',
      'Timer_FeedbackDue',
      xml =>
        xml.replace(
          /(id="Timer_FeedbackDue".*?attachedToRef=)"SubProcess_Rectify"/,
          '$1"SubProcess_PhoneReply"',
        ),
    ],
    'a verdict nobody need give': [
      'asked-before',
      'Gateway_Responsibility',
      xml =>
        xml.replaceAll(
          /(<camunda:formField id="verdict"[\s\S]*?)<camunda:constraint name="required" \/>/g,
          '$1',
        ),
    ],
    'silence of the head that is no verdict': [
      'asked-before',
      'Gateway_Responsibility',
      xml => xml.replace('<camunda:outputParameter name="verdict">department</camunda:outputParameter>', ''),
    ],
    'a verdict without the department': [
      'asked-before',
      'Task_Verdict',
      xml =>
        xml.replace(
          'id="Flow_ToConfirmation" sourceRef="Task_Analyse" targetRef="Task_ConfirmCause"',
          'id="Flow_ToConfirmation" sourceRef="Task_Analyse" targetRef="Task_Verdict"',
        ),
    ],
    'a branch misspelt': [
      'known-choice',
      'Flow_BothFault',
      xml => xml.replace('verdict = "mixed"', 'verdict = "both"'),
    ],
  }
  for (const [title, [rule, at, change]] of Object.entries(broken))
    it(`is missed by ${title}`, async () => {
      const problems = await said(change)
      expect(problems.map(problem => [problem.rule, problem.elementId])).to.deep.include([rule, at])
    })

  it('a promise of two days for three is told, and allowed', async () => {
    const problems = await said(xml => xml.replace('>P3D<', '>P2D<'))
    expect(problems.map(({ rule, severity }) => [rule, severity])).to.deep.equal([
      ['stricter-limit', 'warning'],
    ])
  })

  it('each figure whose fact nobody asks for any more is named', async () => {
    const facts = [...new Set<string>(demands.figures.map(({ fact }) => fact))].join('|')
    const problems = await said(xml =>
      xml
        .replace(new RegExp(`<camunda:formField id="(${facts})"`, 'g'), '<camunda:formField id="old_$1"')
        .replace(new RegExp(`(<camunda:outputParameter name=)"(${facts})"`, 'g'), '$1"old_$2"'),
    )
    for (const { fact, label, figure, essential } of demands.figures) {
      const named = problems.find(
        ({ message }) => message.includes(`“${label}”（${fact}）`) && message.includes(`“${figure}”`),
      )
      expect(named, fact).to.include({ severity: essential ? 'error' : 'warning' })
    }
  })

  it('all that the report reads of a case’s facts is asked for', () => {
    const asked = new Set<string>(demands.figures.map(({ fact }) => fact))
    const byTheSystem = new Set(FACTS.filter(({ from }) => from !== 'answer').map(({ key }) => key))
    const read = new Set<string>()
    const facts = new Proxy({}, { get: (_facts, key) => (read.add(String(key)), undefined) })
    const row = {
      ...projectFacts(facts),
      id: 1,
      facts,
      closedAt: null,
      outcome: 'done',
      endEvent: 'End_Archived',
    }
    readReportInput({
      cases: [row],
      promises: [],
      rectifications: [],
      consultations: 0,
    } as unknown as ReportRows)
    read.delete('handedOverAt') // of the ledger, not of the report
    expect([...read].filter(fact => !asked.has(fact) && !byTheSystem.has(fact))).to.deep.equal([])
    expect(read.size).to.be.above(10)
  })
})
