import { expect } from 'chai'
import { compile, lint } from '../../src/engine/index.js'
import { modelNames, parse, saved, xmlOf } from './models.js'

for (const name of modelNames) {
  describe(`The file ${name}.bpmn`, () => {
    it('is read without a warning', async () => {
      const { warnings } = await parse(xmlOf(name))
      expect(warnings.map(({ message }) => message)).to.deep.equal([])
    })

    it('is saved by an editor byte for byte as it stands', async () => {
      const { rootElement } = await parse(xmlOf(name))
      expect(await saved(rootElement)).to.equal(xmlOf(name))
    })

    it('has no problem, not even a warning, and compiles', async () => {
      expect(await lint(xmlOf(name))).to.deep.equal([])
      expect((await compile(xmlOf(name))).key).to.equal(name)
    })

    it('gives every element one id of its own, readable and not generated', () => {
      const ids = [...xmlOf(name).matchAll(/<(?:bpmn|bpmndi):\w+ id="([^"]+)"/g)].map(([, id]) => id!)
      expect(new Set(ids).size).to.equal(ids.length)
      expect(ids.filter(id => /_(?=\w*\d)[a-z0-9]{7}$/.test(id))).to.deep.equal([])
    })
  })
}
