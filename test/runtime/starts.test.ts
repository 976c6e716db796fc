import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'chai'
import { deploy, workOff } from '../../src/runtime/index.js'
import { learningAdvance } from '../../src/engine/index.js'
import { openTestOffice } from '../helpers/office.js'
import type { TestOffice } from '../helpers/office.js'

const file = path.join(import.meta.dirname, '../../processes/quarterly-report.bpmn')
const learning = learningAdvance()

describe('The start of a timed process', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openTestOffice({ start: '2026-06-20T09:00:00+08:00', advance: learning })
  })
  afterEach(() => office.close())

  it('is not lost when a newer diagram is put into force before the office has got to it', async () => {
    office.clock.set('2026-07-03T09:00:00+08:00')
    await deployNewer()
    await workOff(office.parts)
    expect(await quarters()).to.deep.equal(['2026Q2'])
    await office.passTo('2026-10-12T09:00:00+08:00')
    expect(await quarters()).to.deep.equal(['2026Q3', '2026Q2'])
  })

  it('happens once when a newer diagram is put into force while it is under way', async () => {
    office.clock.set('2026-07-03T09:00:00+08:00')
    const { definitions } = office.parts
    let meanwhile = true
    const parts: typeof office.parts = {
      ...office.parts,
      definitions: {
        ...definitions,
        async of(stored) {
          if (meanwhile) {
            meanwhile = false
            await deployNewer()
          }
          return definitions.of(stored)
        },
      },
    }
    await workOff(parts)
    await workOff(parts)
    expect(await quarters()).to.deep.equal(['2026Q2'])
    const versions = await office.parts.store.read.definitions.versions('quarterly-report')
    const starts = await office.parts.store.transaction(unit =>
      Promise.all(versions.map(({ id }) => unit.jobs.startsOf(id))),
    )
    expect(starts.map(jobs => jobs.length)).to.have.members([0, 1])
  })

  async function deployNewer() {
    const xml = await readFile(file, 'utf8')
    await deploy(office.parts, { xml: `${xml}\n<!-- newer -->\n`, reason: '新版', by: null })
  }

  async function quarters() {
    return (await office.parts.store.read.reports.all()).map(({ quarter }) => quarter)
  }
})
