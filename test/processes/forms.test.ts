import { expect } from 'chai'
import { CALL_RESULTS } from '../../src/casework/phone-call.js'
import { CONFIRMATIONS } from '../../src/casework/confirmation.js'
import { FACTS } from '../../src/casework/fact-list.js'
import { OUTCOMES } from '../../src/casework/outcome.js'
import { VERDICTS } from '../../src/casework/verdict.js'
import { REPLY_CHANNELS } from '../../src/casework/reply-channel.js'
import { WORKING_ROLES } from '../../src/casework/role.js'
import { compile } from '../../src/engine/index.js'
import type { FlowNode, FormField, ProcessDefinition } from '../../src/engine/index.js'
import { namesIn } from './feel-names.js'
import { modelNames, xmlOf } from './models.js'

const roles = new Set<string>(WORKING_ROLES.map(({ value }) => value))
const chinese = /[\u4e00-\u9fff]/

for (const name of modelNames) {
  describe(`The work that ${name} hands out`, () => {
    let definition: ProcessDefinition
    let tasks: readonly FlowNode[]
    before(async () => {
      definition = await compile(xmlOf(name))
      tasks = [...definition.nodes.values()].filter(node => node.userTask)
    })

    it('is for one known role each', () => {
      for (const { id, userTask } of tasks) {
        expect(userTask!.candidateGroups, id).to.have.length(1)
        expect(roles.has(userTask!.candidateGroups[0]!), id).to.equal(true)
      }
    })

    it('is explained in Chinese and asks something', () => {
      for (const { id, name: shown, documentation, userTask } of tasks) {
        expect(shown, id).to.match(chinese)
        expect(documentation, id).to.match(chinese)
        expect(userTask!.form.fields, id).not.to.deep.equal([])
        for (const { label } of userTask!.form.fields) expect(label, id).to.match(chinese)
      }
    })

    it('shows a field only on what is known: facts of the dictionary and fields of forms', () => {
      const fields = tasks.flatMap(({ userTask }) => userTask!.form.fields)
      const known = new Set([...FACTS.map(({ key }) => key), ...fields.map(({ id }) => id)])
      for (const { id, showWhen } of fields) {
        if (showWhen)
          expect(
            namesIn(showWhen).filter(each => !known.has(each)),
            id,
          ).to.deep.equal([])
      }
    })

    it('never hides a field by its own answer', () => {
      const fields = tasks.flatMap(({ userTask }) => userTask!.form.fields)
      const own = fields.filter(({ id, showWhen }) => showWhen && namesIn(showWhen).includes(id))
      expect(own).to.deep.equal([])
    })

    it('hides no field that another form always asks: what is hidden is forgotten', () => {
      const fields = tasks.flatMap(({ userTask }) => userTask!.form.fields)
      const hidden = new Set(fields.filter(({ showWhen }) => showWhen).map(({ id }) => id))
      const always = fields.filter(({ id, showWhen }) => !showWhen && hidden.has(id))
      expect(always.map(({ id }) => id)).to.deep.equal([])
    })
  })
}

describe('The forms of the procedure', () => {
  let field: (task: string, id: string) => FormField
  before(async () => {
    const { nodes } = await compile(xmlOf('banbuchengshi'))
    field = (task, id) => nodes.get(task)!.userTask!.form.fields.find(each => each.id === id)!
  })
  const values = ({ choices }: FormField) => choices.map(choice => choice.id)
  const dictionary = (choices: readonly { value: string }[]) => choices.map(({ value }) => value)

  it('offer the verdicts, call results, outcomes and opinions of the dictionary', () => {
    expect(values(field('Task_Verdict', 'verdict'))).to.deep.equal(dictionary(VERDICTS))
    expect(values(field('Task_HeadVerdict', 'verdict'))).to.deep.equal(dictionary(VERDICTS))
    expect(values(field('Task_PhoneReply', 'callResult'))).to.deep.equal(dictionary(CALL_RESULTS))
    expect(values(field('Task_FollowUp', 'outcome'))).to.deep.equal(dictionary(OUTCOMES))
    expect(values(field('Task_Feedback', 'feedbackChannel'))).to.deep.equal(dictionary(REPLY_CHANNELS))
  })

  it('let a department confirm, dispute or decline, but not be deemed to have confirmed', () => {
    const offered = dictionary(CONFIRMATIONS).filter(value => value !== 'deemed')
    expect(values(field('Task_ConfirmCause', 'confirmation'))).to.deep.equal(offered)
  })

  const demands = [
    ['Task_ScopeCheck', 'guidance', 'scope', 'outOfScope'],
    ['Task_ConfirmCause', 'confirmationReason', 'confirmation', 'disputed'],
    ['Task_Verdict', 'missingMaterials', 'verdict', 'citizen'],
    ['Task_Verdict', 'missingMaterials', 'verdict', 'mixed'],
    ['Task_Verdict', 'guideNamesIt', 'verdict', 'citizen'],
    ['Task_Verdict', 'lawBasis', 'verdict', 'notPermitted'],
    ['Task_Verdict', 'recurrenceFinding', 'recurrence', 'suspected'],
    ['Task_Verdict', 'recurrenceReason', 'recurrence', 'suspected'],
    ['Task_PhoneReply', 'callSaid', 'callResult', 'answered'],
    ['Task_Feedback', 'interimReason', 'feedbackKind', 'interim'],
    ['Task_Feedback', 'newDateOn', 'feedbackKind', 'interim'],
    ['Task_FollowUp', 'outcomeNote', 'outcome', 'notDone'],
  ] as const
  for (const [task, id, on, value] of demands) {
    it(`${task} demands ${id} when ${on} is ${value}`, () => {
      const { required, showWhen } = field(task, id)
      expect(required).to.equal(true)
      expect(showWhen).to.include(on).and.to.include(`"${value}"`)
    })
  }

  it('leave the verdict to the office, wherever the case was registered', async () => {
    const { nodes } = await compile(xmlOf('banbuchengshi'))
    const askingVerdict = [...nodes.values()].filter(({ userTask }) =>
      userTask?.form.fields.some(({ id }) => id === 'verdict'),
    )
    expect(askingVerdict.map(({ userTask }) => userTask!.candidateGroups)).to.deep.equal([
      ['officer'],
      ['supervisor'],
    ])
  })

  it('always demand a reason for a ruling and for a verdict, and how a problem is kept from coming back', () => {
    for (const [task, id] of [
      ['Task_Rule', 'rulingReason'],
      ['Task_HeadRule', 'rulingReason'],
      ['Task_Verdict', 'verdictReason'],
      ['Task_Rectify', 'prevention'],
    ] as const) {
      expect(field(task, id).required, id).to.equal(true)
      expect(field(task, id).showWhen, id).to.equal(undefined)
    }
  })
})
