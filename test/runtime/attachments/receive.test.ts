import { expect } from 'chai'
import fc from 'fast-check'
import { attachmentLimits as limits } from '../../../src/casework/attachment.js'
import { withRoom } from '../../../src/runtime/attachments/receive.js'
import type { ReceivedFile } from '../../../src/runtime/attachments/receive.js'
import type { StoredAttachment } from '../../../src/store/index.js'

const size = fc.integer({ min: 1, max: limits.bytes })
const file = (bytes: number, index: number): ReceivedFile => ({
  name: `${index}.jpg`,
  type: 'image/jpeg',
  size: bytes,
  sha256: '',
  thumbnailSha256: null,
  scan: 'off',
})
const stored = (bytes: number, by: number | null, removed: boolean) =>
  ({ size: bytes, by, removedAt: removed ? '2026-04-14T01:00:00.000Z' : null }) as StoredAttachment

describe('The room for files in a case', () => {
  it('is never overdrawn, and every file is either taken or told of', () => {
    fc.assert(
      fc.property(
        fc.array(size, { maxLength: 12 }),
        fc.array(fc.record({ size, own: fc.boolean(), removed: fc.boolean() }), { maxLength: 80 }),
        fc.boolean(),
        (sizes, there, byCitizen) => {
          const present = there.map(one => stored(one.size, one.own ? null : 1, one.removed))
          const before = present.filter(({ removedAt }) => removedAt === null)
          const { kept, refused } = withRoom({ kept: sizes.map(file), refused: [] }, present, { byCitizen })
          expect(kept.length + refused.length).to.equal(sizes.length)
          if (kept.length === 0) return
          expect(before.length + kept.length).to.be.at.most(limits.perCase)
          const bytes = [...before, ...kept].reduce((sum, one) => sum + one.size, 0)
          expect(bytes).to.be.at.most(limits.bytesPerCase)
          const own = before.filter(({ by }) => by === null).length
          if (byCitizen) expect(own + kept.length).to.be.at.most(limits.perCitizen)
        },
      ),
    )
  })

  it('takes all there is room for, and counts nothing that was taken away', () => {
    const gone = Array.from({ length: limits.perCase }, () => stored(limits.bytes, null, true))
    const { kept, refused } = withRoom({ kept: [file(1, 1)], refused: ['before'] }, gone, { byCitizen: true })
    expect(kept).to.have.lengthOf(1)
    expect(refused).to.deep.equal(['before'])
  })
})
