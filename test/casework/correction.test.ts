import { expect } from 'chai'
import fc from 'fast-check'
import { readCorrection } from '../../src/casework/correction.js'
import { text } from '../../src/catalogue/index.js'

const known = { reporterName: '覃小梅', agentName: null, contact: '10000000101' }

describe('a correction of who is in a case', () => {
  it('changes what was typed and is different; what was left blank stays', () => {
    expect(readCorrection({ reporterName: ' 覃晓梅 ', contact: '' }, known)).to.deep.equal({
      ok: true,
      value: { reporterName: '覃晓梅', agentName: null, contact: null },
    })
    expect(readCorrection({ contact: '（0772）2000 106', reporterName: '覃小梅' }, known)).to.deep.equal({
      ok: true,
      value: { reporterName: null, agentName: null, contact: '0772-2000106' },
    })
  })

  it('says beside the field what is no telephone, or too long', () => {
    const read = readCorrection({ contact: '2000106', agentName: '韦'.repeat(101) }, known)
    expect(read).to.deep.equal({
      ok: false,
      errors: {
        contact: text('casework.contact.areaCodeMissing'),
        agentName: text('casework.answer.tooLong', { length: 101, limit: 100, over: 1 }),
      },
    })
  })

  it('wants something to change', () => {
    for (const typed of [{}, { contact: '100 0000 0101' }, { reporterName: '覃小梅', agentName: '  ' }])
      expect(readCorrection(typed, known)).to.deep.equal({
        ok: false,
        errors: { reporterName: text('casework.correction.nothing') },
      })
  })

  it('never takes what it would not find different the next time', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom('10000000202', '0772-2000106', ''),
        (...typed) => {
          const [reporterName, agentName, contact] = typed
          const read = readCorrection({ reporterName, agentName, contact }, known)
          if (!read.ok) return
          const now = {
            reporterName: read.value.reporterName ?? known.reporterName,
            agentName: read.value.agentName ?? known.agentName,
            contact: read.value.contact ?? known.contact,
          }
          expect(readCorrection({ reporterName, agentName, contact }, now).ok).to.equal(false)
        },
      ),
    )
  })
})
