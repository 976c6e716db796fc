import { expect } from 'chai'
import { problemPatterns, type PatternCount } from '../../src/casework/problem-patterns.js'

const count = (given: Partial<PatternCount> = {}): PatternCount => ({
  ...{
    itemId: 1,
    itemName: '食品经营许可',
    itemKey: '食品经营许可',
    departmentId: 1,
    departmentName: '区局',
  },
  ...{ cause: 'B2', placeName: '中心', month: '2026-04', cases: 1, open: 0, barriers: 0, recurred: 0 },
  ...{ first: '2026-04-10', last: '2026-04-10', ...given },
})
const rectified = {
  itemKey: '食品经营许可',
  departmentId: 1,
  cause: 'B2',
  acceptedAt: '2026-05-01T02:00:00.000Z',
}

describe('What keeps coming', () => {
  it('is the same item, department and cause at least twice, over places and months', () => {
    const [one, ...rest] = problemPatterns(
      [
        count(),
        count({
          placeName: '街道',
          month: '2026-06',
          cases: 3,
          open: 1,
          first: '2026-06-02',
          last: '2026-06-20',
        }),
        count({ cause: 'B1' }),
        count({ departmentId: 2 }),
      ],
      [],
    )
    expect(rest).to.be.empty
    expect(one).to.include({ cases: 4, open: 1, first: '2026-04-10', last: '2026-06-20', rectifiedAt: null })
    expect(one?.places).to.deep.equal([
      { name: '街道', cases: 3 },
      { name: '中心', cases: 1 },
    ])
    expect([...(one?.months ?? [])]).to.deep.equal([
      ['2026-04', 1],
      ['2026-06', 3],
    ])
  })

  it('stands in the order of its number, then of its last day', () => {
    const many = problemPatterns(
      [
        count({ cases: 2, itemKey: 'a', last: '2026-04-01' }),
        count({ cases: 5, itemKey: 'b' }),
        count({ cases: 2, itemKey: 'c', last: '2026-04-20' }),
      ],
      [],
    )
    expect(many.map(one => [one.cases, one.last])).to.deep.equal([
      [5, '2026-04-10'],
      [2, '2026-04-20'],
      [2, '2026-04-01'],
    ])
  })

  const advised = (given: Partial<PatternCount>, done: Parameters<typeof problemPatterns>[1] = []) =>
    problemPatterns([count({ cases: 3, ...given })], done)[0]?.advice
  it('comes with what the office may do about it', () => {
    expect(advised({})).to.deep.equal(['rectify'])
    expect(advised({ cases: 2 })).to.deep.equal([])
    expect(advised({ barriers: 1 })).to.deep.equal(['barrier', 'rectify'])
    expect(advised({}, [rectified])).to.deep.equal(['held'])
    expect(advised({ recurred: 1 }, [rectified])).to.deep.equal(['recurred'])
    expect(advised({}, [{ ...rectified, cause: 'B1' }]), 'another problem was put right').to.deep.equal([
      'rectify',
    ])
    expect(advised({ cause: 'A1' })).to.deep.equal(['inform'])
    expect(advised({ cause: 'C2' })).to.deep.equal(['escalate'])
    expect(advised({ cause: null })).to.deep.equal(['analyse'])
  })
})
