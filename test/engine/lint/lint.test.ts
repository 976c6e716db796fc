import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { expect } from 'chai'
import { build } from 'esbuild'
import fc from 'fast-check'
import { readXml } from '../../../src/engine/bpmn.js'
import { checkReading, checkSource, lintDefinitions } from '../../../src/engine/lint/index.js'
import { boundary, diagram, end, flow, flows, node, start, task, timer } from '../../helpers/bpmn.js'

const procedure = readFileSync('processes/banbuchengshi.bpmn', 'utf8')
const lintText = async (xml: string) => lintDefinitions((await readXml(xml)).root)

/** Work since then; the clock on the wall also counts what other processes do. */
const milliseconds = (begin: NodeJS.CpuUsage) => process.cpuUsage(begin).user / 1000

describe('lint', () => {
  it('finds nothing in the office’s own models', async () => {
    for (const file of ['banbuchengshi', 'quarterly-report']) {
      expect(await lintText(readFileSync(`processes/${file}.bpmn`, 'utf8')), file).to.deep.equal([])
    }
  })

  it('says of each problem where it is, in which words, and whether it stops a deployment', async () => {
    const problems = await lintText(
      diagram(start() + node('userTask', 'A', 'name="原因分析"') + end() + flows('Start', 'A', 'End')),
    )
    expect(problems.find(({ rule }) => rule === 'user-task-role')).to.deep.equal({
      rule: 'user-task-role',
      severity: 'error',
      elementId: 'A',
      elementName: '原因分析',
      message: '用户任务『原因分析』没有指定由谁来办；请在“谁来办”中选择角色。',
    })
  })

  it('looks at the whole procedure in well under a second', async () => {
    const { root } = await readXml(procedure)
    await lintDefinitions(root)
    const begin = process.cpuUsage()
    await lintDefinitions(root)
    expect(milliseconds(begin)).to.be.below(1000)
  })

  describe('of hostile files', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => index)
    const files: Record<string, string> = {
      'ten thousand tasks':
        start() +
        many(10_000)
          .map(at => task(`A${at}`))
          .join(''),
      'forty gateways that all lead to each other': (() => {
        const gateways = many(40)
        return (
          start() +
          flow('Start', 'G0') +
          gateways.map(at => node('parallelGateway', `G${at}`)).join('') +
          gateways
            .flatMap(from => gateways.filter(to => to !== from).map(to => flow(`G${from}`, `G${to}`)))
            .slice(0, 1500)
            .join('')
        )
      })(),
      'a chain of forks and joins':
        start() +
        flow('Start', 'F0') +
        many(150)
          .map(
            at =>
              node('parallelGateway', `F${at}`) +
              task(`A${at}`) +
              task(`B${at}`) +
              node('parallelGateway', `J${at}`) +
              flows(`F${at}`, `A${at}`, `J${at}`, `F${at + 1}`) +
              flows(`F${at}`, `B${at}`, `J${at}`),
          )
          .join('') +
        end('F150'),
      'choices that multiply':
        start() +
        node('parallelGateway', 'F') +
        node('parallelGateway', 'J') +
        end() +
        flow('Start', 'F') +
        flow('J', 'End') +
        many(60)
          .map(
            at =>
              node('inclusiveGateway', `I${at}`, `default="I${at}-J"`) +
              many(6)
                .map(
                  way =>
                    task(`T${at}-${way}`) + flow(`I${at}`, `T${at}-${way}`, 'x') + flow(`T${at}-${way}`, 'J'),
                )
                .join('') +
              flow(`I${at}`, 'J') +
              flow('F', `I${at}`),
          )
          .join(''),
      'reminders on reminders':
        start() +
        task('A') +
        end() +
        flows('Start', 'A', 'End') +
        many(300)
          .map(at => boundary(`T${at}`, 'A', timer('P1D'), false) + flow(`T${at}`, 'End'))
          .join(''),
      'markup in names':
        start() +
        node('userTask', 'A', 'name="&lt;img src=x onerror=alert(1)&gt;"') +
        end() +
        flows('Start', 'A', 'End'),
    }
    for (const [title, body] of Object.entries(files)) {
      it(`comes to an end: ${title}`, async () => {
        const { root } = await readXml(diagram(body))
        const begin = process.cpuUsage()
        const problems = await lintDefinitions(root)
        expect(milliseconds(begin)).to.be.below(3000)
        expect(problems).to.not.be.empty
      })
    }

    it('never fails on a file that is cut, torn or mixed up', async () => {
      const lines = procedure.split('\n')
      const change = fc.record({
        at: fc.nat(lines.length - 1),
        do: fc.constantFrom('drop', 'twice', 'swap', 'strip'),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async changes => {
          const text = [...lines]
          for (const { at, do: what } of changes) {
            const line = text[at] ?? ''
            if (what === 'drop') text.splice(at, 1)
            if (what === 'twice') text.splice(at, 0, line)
            if (what === 'swap') text.splice(at, 1, text[(at * 7) % text.length] ?? '')
            if (what === 'strip') text.splice(at, 1, line.replace(/ [\w:]+="[^"]*"/, ''))
          }
          const xml = text.join('\n')
          if (checkSource(xml).length > 0) return
          const read = await readXml(xml).catch((error: unknown) => error as Error)
          if (read instanceof Error) {
            expect(checkReading([read.message])).to.have.length(1)
            return
          }
          for (const { message } of await lintDefinitions(read.root))
            expect(message).to.match(/。$/).and.not.contain('无法完成')
        }),
        { numRuns: 40 },
      )
    }).timeout(60_000)
  })

  it('says the same in a browser as on the server', async () => {
    const file = `
      import BpmnModdle from 'bpmn-moddle'
      import { lintDefinitions } from './src/engine/lint/index.ts'
      import { moddleExtensions } from './src/engine/schema/index.ts'
      globalThis.lint = async xml => JSON.stringify(await lintDefinitions((await new BpmnModdle(moddleExtensions).fromXML(xml)).rootElement))`
    const { outputFiles } = await build({
      stdin: { contents: file, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
    })
    // a page has these, and neither process nor require
    const page = vm.createContext({ console, TextEncoder, setTimeout, clearTimeout })
    vm.runInContext(outputFiles[0]!.text, page)
    const broken = diagram(start() + task('A') + node('scriptTask', 'B') + flow('Start', 'A'))
    const inPage = (page as { lint: (xml: string) => Promise<string> }).lint
    for (const xml of [broken, procedure])
      expect(JSON.parse(await inPage(xml))).to.deep.equal(await lintText(xml))
  })
})
