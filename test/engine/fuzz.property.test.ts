import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import fc from 'fast-check'
import {
  compareDiagrams,
  compile,
  decodeDiagram,
  EngineError,
  laidOut,
  outlineOf,
  readDiagram,
} from '../../src/engine/index.js'
import { examineDiagram } from '../../src/runtime/index.js'

const models = ['quarterly-report', 'banbuchengshi'].map(name => readFileSync(`processes/${name}.bpmn`))
const [quarter = Buffer.alloc(0), procedure = Buffer.alloc(0)] = models

/** Of the small model many, of the large one some; FUZZ tries so many of each. */
const runs = Number(process.env.FUZZ ?? 0)

/** One change of a file’s text: pieces of it where they do not belong, or what no editor writes. */
interface Mutation {
  readonly at: number
  readonly from: number
  readonly length: number
  readonly kind: 'drop' | 'twice' | 'move' | 'byte' | 'number' | 'swapNames' | 'word'
  readonly word: string
}

const words = [
  '',
  '"',
  '<',
  '&',
  '&#0;',
  ']]>',
  '<!--',
  '__proto__',
  'toString',
  '𠮷',
  '\u202e',
  'P0D',
  '-1',
  'NaN',
  'x'.repeat(5000),
  '= 1',
  '${1}',
  '<bpmn:subProcess/>',
  'bpmn:',
  'xmlns=""',
]

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 400 }),
  kind: fc.constantFrom('drop', 'twice', 'move', 'byte', 'number', 'swapNames', 'word'),
  word: fc.constantFrom(...words),
})

/** Changes what stands between tags, quotes and tag names rather than anything, so that much is still XML. */
function mutated(text: string, { at, from, length, kind, word }: Mutation): string {
  const lines = text.split('\n')
  const here = Math.floor(at * (lines.length - 1))
  const there = Math.floor(from * (lines.length - 1))
  const put = (line: string) => lines.with(here, line).join('\n')
  const line = lines[here] ?? ''
  switch (kind) {
    case 'drop':
      return lines.toSpliced(here, 1 + (length % 3)).join('\n')
    case 'twice':
      return lines.toSpliced(here, 0, line).join('\n')
    case 'move':
      return lines.toSpliced(here, 1).toSpliced(there, 0, line).join('\n')
    case 'byte': {
      const place = Math.floor(at * text.length)
      return text.slice(0, place) + word + text.slice(place + (length % 20))
    }
    case 'number':
      return put(line.replace(/\d+/, String(length * 10 ** (length % 30))))
    case 'swapNames':
      return put(line.replace(/<(\/?)bpmn:(\w+)/, '<$1bpmn:gateway'))
    case 'word':
      return put(line.replace(/"[^"]*"/, () => `"${word}"`))
  }
}

/** Whatever is in it, it is judged in words; and what is judged fit runs through all that reads diagrams. */
async function survives(bytes: Uint8Array, original: string): Promise<void> {
  const xml = decodeDiagram(bytes)
  if (xml === undefined) return
  const problems = await examineDiagram(xml)
  for (const { message } of problems)
    expect(message)
      .to.match(/\p{Script=Han}/u)
      .and.not.contain('无法完成')
      .and.not.contain('undefined')
  const said = await readDiagram(xml).catch((error: unknown) => {
    expect(error).to.be.instanceOf(EngineError)
    expect((error as Error).message).to.match(/\p{Script=Han}/u)
  })
  if (!said) {
    expect(problems.some(({ severity }) => severity === 'error')).to.equal(true)
    return
  }
  await compareDiagrams(original, xml)
  await laidOut(xml).catch((error: unknown) => {
    expect(error).to.be.instanceOf(EngineError)
  })
  if (problems.some(({ severity }) => severity === 'error')) return
  await compile(xml)
  await outlineOf(xml)
}

describe('Any file at all', () => {
  for (const [name, file, count] of [
    ['the quarter’s model', quarter, 40],
    ['the procedure', procedure, 8],
  ] as const)
    it(`is judged in words, and what reads diagrams survives it: changes of ${name}`, async () => {
      const original = file.toString('utf8')
      await fc.assert(
        fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), changes =>
          survives(Buffer.from(changes.reduce(mutated, original)), original),
        ),
        { numRuns: runs || count },
      )
    }).timeout(600_000)

  it('is laid out, or said not to be, where nothing is drawn', async () => {
    const undrawn = quarter.toString('utf8').replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '')
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async changes => {
        const xml = decodeDiagram(Buffer.from(changes.reduce(mutated, undrawn)))
        const shown = await laidOut(xml ?? '').catch((error: unknown) => {
          expect(error).to.be.instanceOf(EngineError)
        })
        if (shown) await readDiagram(shown.xml)
      }),
      { numRuns: runs || 60 },
    )
  }).timeout(600_000)

  it('is judged in words: bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), bytes => survives(bytes, quarter.toString('utf8'))),
    )
  })
})
