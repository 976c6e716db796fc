import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { run, temporaryFolder } from './run-command.js'

const shipped = path.join(import.meta.dirname, '../../processes/banbuchengshi.bpmn')
const xml = readFileSync(shipped, 'utf8')

interface Found {
  readonly errors: number
  readonly warnings: number
  readonly problems: readonly { rule: string; severity: string; elementId?: string; message: string }[]
}

describe('bandecheng lint', () => {
  const folder = temporaryFolder()
  after(() => {
    folder.remove()
  })
  const lint = async (text: string) => {
    const file = path.join(folder.at, 'edited.bpmn')
    writeFileSync(file, text)
    const { code, out } = await run(['lint', file, '--json'])
    return { code, found: JSON.parse(out) as Found, words: (await run(['lint', file])).out }
  }

  it('finds nothing wrong with the diagrams that ship', async () => {
    const { code, out } = await run(['lint', shipped])
    expect(code).to.equal(0)
    expect(out).to.include('可以发布')
    expect((await run(['lint', shipped.replace('banbuchengshi', 'quarterly-report')])).code).to.equal(0)
  })

  it('refuses a script, naming the element and the remedy, with exit code 1', async () => {
    const { code, found, words } = await lint(
      xml.replace(
        /<bpmn:userTask id="Task_WrittenNotice"([^>]*)>([\s\S]*?)<\/bpmn:userTask>/,
        '<bpmn:scriptTask id="Task_WrittenNotice" name="告知" scriptFormat="javascript"><bpmn:incoming>Flow_X</bpmn:incoming><bpmn:script>process.exit()</bpmn:script></bpmn:scriptTask>',
      ),
    )
    expect(code).to.equal(1)
    expect(found.errors).to.be.greaterThan(0)
    expect(
      found.problems.some(one => one.elementId === 'Task_WrittenNotice' && one.message.includes('脚本')),
    ).to.equal(true)
    expect(words).to.match(/^错误 Task_WrittenNotice：/m)
  })

  it('refuses a role that nobody can have, and says which there are', async () => {
    const { code, found } = await lint(xml.replace('candidateGroups="supervisor"', 'candidateGroups="boss"'))
    expect(code).to.equal(1)
    expect(found.problems[0]?.message).to.include('boss').and.to.include('officer')
  })

  it('refuses a job that nobody here does', async () => {
    const quarter = readFileSync(shipped.replace('banbuchengshi', 'quarterly-report'), 'utf8')
    const { code, found } = await lint(quarter.replace('report.freeze', 'report.fax'))
    expect(code).to.equal(1)
    expect(found.problems[0]).to.include({ rule: 'known-topic', elementId: 'Job_Freeze' })
    expect(found.problems[0]?.message).to.include('report.fax').and.to.include('report.freeze')
  })

  it('refuses what is no diagram at all', async () => {
    for (const text of ['', 'not xml', '<a/>', '{}']) {
      const { code, found } = await lint(text)
      expect(code, text).to.equal(1)
      expect(found.problems[0]?.message).to.match(/\p{Script=Han}/u)
    }
  })

  it('says that a file cannot be read', async () => {
    const { code, out, err } = await run(['lint', '/no/such.bpmn', '--json'])
    expect({ code, out }).to.deep.equal({ code: 1, out: '' })
    expect(JSON.parse(err)).to.include({ problem: 'fileUnreadable' })
  })
})
