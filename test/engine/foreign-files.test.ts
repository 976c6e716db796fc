import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
// @ts-expect-error bpmn-moddle 9 ships no types
import BpmnModdleUntyped from 'bpmn-moddle'
import { decodeDiagram, laidOut } from '../../src/engine/index.js'
import { checkReading, examineText } from '../../src/engine/lint/index.js'
import { moddleExtensions } from '../../src/engine/schema/index.js'
import { canonicalXml } from '../helpers/canonical-xml.js'

const BpmnModdle = BpmnModdleUntyped as unknown as new (packages: object) => {
  fromXML(xml: string): Promise<{ rootElement: object; warnings: readonly { message: string }[] }>
  toXML(root: object, options: object): Promise<{ xml: string }>
}

/** One's own files, and files in the manner of other tools. FOREIGN names a folder of more to try. */
const folders = ['processes', 'test/browser/foreign', ...(process.env.FOREIGN ? [process.env.FOREIGN] : [])]
const files = folders.flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(bpmn|bpmn2|bpmn20\.xml)$/.test(name))
    .map(name => `${folder}/${name}`),
)

describe('A file made elsewhere', () => {
  for (const file of files)
    it(`says the same when it is read and written unchanged, or is refused: ${file}`, async () => {
      const xml = decodeDiagram(readFileSync(file))
      expect(xml, 'is in the encoding that it says').to.be.a('string')
      const { problems } = await examineText(xml ?? '')
      for (const { message } of problems)
        expect(message)
          .to.match(/\p{Script=Han}/u)
          .and.not.contain('无法完成')
      const lost = problems.filter(
        ({ rule, message }) => rule === 'source' || (rule === 'reading' && !message.includes('引用了')),
      )
      if (lost.length > 0 && file.startsWith(process.env.FOREIGN ?? '\0')) return
      expect(lost).to.deep.equal([])
      expect(canonicalXml(await written(xml ?? ''))).to.deep.equal(canonicalXml(withoutDangling(xml ?? '')))
    })

  for (const file of files)
    it(`can be looked at, drawn or laid out, and nothing is lost on the way: ${file}`, async () => {
      const xml = decodeDiagram(readFileSync(file)) ?? ''
      const shown = await laidOut(xml)
      expect(shown.isNew).to.equal(!xml.includes('BPMNShape '))
      const model = (text: string) =>
        canonicalXml(text.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, ''))
      if (shown.isNew) expect(model(shown.xml)).to.deep.equal(model(xml))
      expect(shown.xml).to.match(/BPMNShape [^>]*bpmnElement=/)
    })
})

/** As the editor and every modeller on bpmn-moddle write it. */
async function written(xml: string): Promise<string> {
  const moddle = new BpmnModdle(moddleExtensions)
  const { rootElement, warnings } = await moddle.fromXML(xml)
  expect(
    checkReading(warnings.map(({ message }) => message)).filter(({ message }) => !message.includes('引用了')),
  ).to.deep.equal([])
  return (await moddle.toXML(rootElement, { format: true })).xml
}

/** References to what is not in the file are told before they are dropped. */
function withoutDangling(xml: string): string {
  return xml.replace(/ labelStyle="sid-missing-style"/, '')
}
