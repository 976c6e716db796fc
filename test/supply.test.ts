import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { z } from 'zod'
import { listFile, thirdParties, thirdPartyList } from './helpers/licences.js'

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))

/** Each of these would have to be given away with the whole program, or may not be used by everybody. */
const forbidden = /\b(AGPL|GPL-[\d.]+|SSPL|BUSL|Elastic|CC-BY-NC|UNLICENSED)/

describe('What the program is made of', () => {
  it('is one version of each package, never a range', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(all.length).to.be.above(50)
    for (const [name, version] of all) expect(version, name).to.match(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
  })

  it('is listed with its licences', () => {
    expect(readFileSync(listFile, 'utf8'), 'npm run licences').to.equal(thirdPartyList())
  })

  it('has no licence that binds the whole program', () => {
    const chosen = (licence: string) =>
      licence.split(/\s+OR\s+/).every(one => forbidden.test(one.replaceAll(/LGPL/g, 'lesser')))
    expect(thirdParties().filter(({ licence }) => chosen(licence))).to.deep.equal([])
    expect(chosen('AGPL-3.0-or-later')).to.equal(true)
    expect(chosen('(MIT OR GPL-3.0-or-later)')).to.equal(false)
  })
})
