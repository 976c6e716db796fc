import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { z } from 'zod'
import { listFile, thirdParties, thirdPartyList } from './helpers/licences.js'

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    version: z.string(),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))

const component = {
  'bom-ref': z.string().min(1),
  name: z.string().min(1),
  version: z.string().min(1),
  purl: z.string().startsWith('pkg:npm/'),
}

/** What of a bill of materials somebody looks a weakness up by (CycloneDX 1.5, ECMA-424). */
const cycloneDx = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.5'),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  version: z.literal(1),
  metadata: z.object({
    timestamp: z.iso.datetime(),
    component: z.object({ ...component, type: z.literal('application') }),
  }),
  components: z
    .array(
      z.object({
        ...component,
        type: z.literal('library'),
        properties: z.array(z.object({ name: z.string(), value: z.string() })),
        hashes: z.array(z.object({ alg: z.string(), content: z.string().regex(/^[0-9a-f]{64,128}$/) })),
      }),
    )
    .min(100),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
})

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

  it('is written down by `npm run sbom` as CycloneDX, from the lockfile alone: each package once, none unknown', () => {
    const said = execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', maxBuffer: 1 << 24 })
    const { metadata, components, dependencies } = cycloneDx.parse(JSON.parse(said))
    expect(metadata.component).to.include({ purl: `pkg:npm/bandecheng@${manifest.version}` })
    const named = (list: readonly { name: string; version: string }[]) =>
      new Set(list.map(({ name, version }) => `${name} ${version}`))
    const isForDevelopment = ({ properties }: (typeof components)[number]) =>
      properties.some(({ name }) => name === 'cdx:npm:package:development')
    // npm's own `--omit dev` leaves commander and others out, which run and are used by development too
    const running = named(components.filter(one => !isForDevelopment(one)))
    for (const one of named(thirdParties())) expect(running).to.include(one)
    for (const name of Object.keys(manifest.devDependencies))
      expect(named(components)).to.include(`${name} ${manifest.devDependencies[name]}`)

    const refs = [metadata.component, ...components].map(one => one['bom-ref'])
    expect(new Set(refs).size, 'a reference is of one component').to.equal(refs.length)
    const used = dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn])
    expect(used.filter(ref => !refs.includes(ref))).to.deep.equal([])
    expect(dependencies).to.have.length(refs.length)
  })
})
