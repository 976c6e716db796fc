import { expect } from 'chai'
import fc from 'fast-check'
import { flag, integer, json, nullable, oneOf, parseRow, storeValues, text } from '../../src/store/rows.js'
import { chunks, updateRows } from '../../src/store/writes.js'
import { onEveryDatabase } from '../helpers/database.js'
import { instanceTable } from '../../src/store/instance-store.js'
import { furnish, now, stateAt } from './office.js'

const columns = {
  id: integer,
  shortName: text,
  isOpen: flag,
  answers: nullable(json<{ readonly list: readonly number[] }>()),
  kind: oneOf('yellow', 'red'),
}

describe('A row', () => {
  const row = { id: 1, shortName: '甲', isOpen: true, answers: { list: [1, 2] }, kind: 'red' as const }
  const stored = { id: 1, short_name: '甲', is_open: 1, answers: '{"list":[1,2]}', kind: 'red' }

  it('comes out of the database as it went in', () => {
    expect(storeValues(columns, row)).to.deep.equal(stored)
    expect(parseRow(columns, stored)).to.deep.equal(row)
    expect(parseRow(columns, { ...stored, answers: null, id: '12' })).to.deep.equal({
      ...row,
      answers: null,
      id: 12,
    })
  })

  it('leaves out what is not said', () => {
    expect(storeValues(columns, { id: 1, answers: undefined, stranger: 7 })).to.deep.equal({ id: 1 })
  })

  const broken = [
    ['id', 'many'],
    ['id', 1.5],
    ['id', null],
    ['id', ''],
    ['short_name', 7],
    ['is_open', 2],
    ['is_open', null],
    ['answers', '{'],
    ['kind', 'green'],
  ] as const
  for (const [column, value] of broken) {
    it(`is refused with ${JSON.stringify(value)} in ${column}, and the column is named`, () => {
      expect(() => parseRow(columns, { ...stored, [column]: value })).to.throw(`Column ${column}`)
    })
  }
})

describe('A list', () => {
  it('is cut into pieces that together are the list', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 7 }), (list, size) => {
        const cut = chunks(list, size)
        expect(cut.flat()).to.deep.equal(list)
        expect(cut.every(piece => piece.length > 0 && piece.length <= size)).to.equal(true)
      }),
    )
  })
})

onEveryDatabase('Many changes in one list', fresh => {
  it('come to the same as each by itself', async () => {
    const { store, database } = await fresh()
    const { definition, state } = await furnish(store)
    const count = 30
    const [other = 0] = await store.transaction(unit =>
      unit.engineStates.intern(definition, [stateAt('other')]),
    )
    const ids = await store.transaction(unit =>
      unit.instances.start(
        Array.from({ length: count }, (_, index) => ({
          definitionId: definition,
          subjectKind: 'case' as const,
          subjectId: index,
          stateId: state,
          startedAt: now,
        })),
      ),
    )
    const model = new Map(
      ids.map(id => [id, { revision: 1, stateId: state, endedAt: null as string | null }]),
    )
    const change = fc.record({
      index: fc.nat(count),
      revision: fc.option(fc.constantFrom(1, 2, 3), { nil: undefined }),
      stateId: fc.option(fc.constantFrom(state, other), { nil: undefined }),
      endedAt: fc.option(fc.constantFrom(now, null), { nil: undefined }),
    })
    const lists = fc.uniqueArray(change, { selector: one => one.index, maxLength: count })
    await fc.assert(
      fc.asyncProperty(lists, async list => {
        const changes = list
          .filter(one => one.stateId !== undefined || one.endedAt !== undefined)
          .map(({ index, revision, ...set }) => ({ id: ids[index] ?? 9999, expectedRevision: revision, set }))
        const expected = changes.filter(({ id, expectedRevision }) => {
          const row = model.get(id)
          return !row || (expectedRevision !== undefined && expectedRevision !== row.revision)
        })
        const lost = await updateRows(database.writer, instanceTable, changes, { revise: true })
        expect(lost.sort()).to.deep.equal(expected.map(({ id }) => id).sort())
        for (const { id, set } of changes) {
          const row = model.get(id)
          if (!row || lost.includes(id)) continue
          row.revision++
          row.stateId = set.stateId ?? row.stateId
          if (set.endedAt !== undefined) row.endedAt = set.endedAt
        }
        const rows = await store.read.instances.running(
          'case',
          ids.map((_, index) => index),
        )
        const open = [...model].filter(([, row]) => row.endedAt === null)
        expect(rows.map(({ id, revision, stateId }) => [id, revision, stateId])).to.deep.equal(
          open.map(([id, { revision, stateId }]) => [id, revision, stateId]),
        )
      }),
      { numRuns: 25 },
    )
  })
})
