import { expect } from 'chai'
import { readXml } from '../../../src/engine/bpmn.js'
import { checkReading } from '../../../src/engine/lint/index.js'
import { diagram, flow, start } from '../../helpers/bpmn.js'

describe('what was lost when a file was read', () => {
  const cases: Record<string, [body: string, ...says: string[]]> = {
    'an id in Chinese': ['<bpmn:userTask id="受理"/>', '“受理”', 'bpmn:userTask', '请用字母'],
    'an id used twice': ['<bpmn:userTask id="A"/><bpmn:userTask id="A"/>', '“A”', '请改为不同的编号'],
    'an element that BPMN does not have': ['<bpmn:humanTask id="A"/>', 'bpmn:humanTask', '请删除'],
    'an element of no namespace': ['<humanTask id="A"/>', 'humanTask', '请删除'],
    'an arrow to nowhere': [start() + flow('Start', 'Nowhere'), '“Nowhere”', '请删除引用'],
    'an attribute without quotes': ['<bpmn:userTask id=A/>', 'bpmn:userTask', '重新导出'],
  }
  for (const [title, [body, ...says]] of Object.entries(cases)) {
    it(`names ${title}`, async () => {
      const { warnings } = await readXml(diagram(body))
      const [problem] = checkReading(warnings)
      for (const words of says) expect(problem?.message).to.contain(words)
      expect(problem?.severity).to.equal('error')
    })
  }

  it('keeps attributes of other tools without a word', async () => {
    const { warnings } = await readXml(diagram('<bpmn:userTask id="A" colour="red"/>'))
    expect(warnings).to.have.length(1)
    expect(checkReading(warnings)).to.deep.equal([])
  })

  it('says of what is XML and no diagram that it is none', async () => {
    const failure = await readXml('<html></html>').catch((error: unknown) => error)
    expect(checkReading([(failure as Error).message])[0]?.message).to.contain('不是 BPMN 2.0 流程图')
  })
})
