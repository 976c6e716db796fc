import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { DefinitionRefusedProblem } from '../../src/casework/diagram-problem.js'
import { deploy, examineDiagram } from '../../src/runtime/index.js'
import { openTestOffice } from '../helpers/office.js'

const folder = path.join(import.meta.dirname, '../../processes')
const quarter = readFileSync(path.join(folder, 'quarterly-report.bpmn'), 'utf8')
const unserved = quarter.replace('report.freeze', 'report.fax')

describe('A diagram with a job that nobody here does', () => {
  it('is named with the jobs there are', async () => {
    const [problem] = await examineDiagram(unserved)
    expect(problem).to.include({ rule: 'known-topic', severity: 'error', elementId: 'Job_Freeze' })
    expect(problem?.message).to.include('report.fax').and.to.include('report.freeze')
    expect(await examineDiagram(quarter)).to.deep.equal([])
  })

  it('is not put into force, and nothing is written', async () => {
    const office = await openTestOffice()
    try {
      const before = await office.parts.store.read.definitions.allLatest()
      const refused = await deploy(office.parts, { xml: unserved, reason: '试', by: null }).catch(
        (error: unknown) => error,
      )
      expect(refused).to.be.instanceOf(DefinitionRefusedProblem)
      expect(await office.parts.store.read.definitions.allLatest()).to.deep.equal(before)
    } finally {
      await office.close()
    }
  })
})
