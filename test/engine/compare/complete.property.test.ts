import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import fc from 'fast-check'
import { compareDiagrams, mirrored } from '../../../src/engine/index.js'
import type { Change } from '../../../src/engine/index.js'
import { anyEdits, edited, meaningOf } from './edits.js'

const folder = path.join(import.meta.dirname, '../../../processes')
const models = ['banbuchengshi.bpmn', 'quarterly-report.bpmn'].map(file =>
  readFileSync(path.join(folder, file), 'utf8'),
)

describe('A comparison of two diagrams', function () {
  this.timeout(120_000)
  for (const xml of models) {
    const meant = meaningOf(xml)
    const name = /name="([^"]+)"/.exec(xml)?.[1] ?? ''

    it(`of 『${name}』 says something exactly when something else is meant`, async () => {
      await fc.assert(
        fc.asyncProperty(anyEdits, async edits => {
          const other = await edited(xml, edits)
          const differs = (await meant) !== (await meaningOf(other))
          const { changes } = await compareDiagrams(xml, other)
          expect(changes.length > 0, JSON.stringify(changes[0])).to.equal(differs)
        }),
        { numRuns: runs(xml) },
      )
    })

    it(`of 『${name}』 is the same from the other side`, async () => {
      await fc.assert(
        fc.asyncProperty(anyEdits, anyEdits, async (left, right) => {
          const [one, other] = [await edited(xml, left), await edited(xml, right)]
          const there = await compareDiagrams(one, other)
          const back = await compareDiagrams(other, one)
          expect(inOrder(back.changes.map(mirrored))).to.deep.equal(inOrder(there.changes))
          expect([...back.moved].sort()).to.deep.equal([...there.moved].sort())
        }),
        { numRuns: runs(xml) / 2 },
      )
    })

    it(`of 『${name}』 with what another program writes of it finds nothing`, async () => {
      const { changes, moved } = await compareDiagrams(xml, await edited(xml, []))
      expect({ changes, moved }).to.deep.equal({ changes: [], moved: [] })
    })
  }
})

function inOrder(changes: readonly Change[]): string[] {
  return changes.map(change => JSON.stringify(change)).sort()
}

/** The whole procedure takes a second to read four times over; the small model is tried oftener. */
function runs(xml: string): number {
  return xml.length > 50_000 ? 8 : 30
}
