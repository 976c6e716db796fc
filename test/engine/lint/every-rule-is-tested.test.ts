import { readdirSync } from 'node:fs'
import { expect } from 'chai'
import { rules } from '../../../src/engine/lint/rules.js'

const here = (path: string) => readdirSync(new URL(path, import.meta.url)).sort()

describe('the rules', () => {
  const files = here('../../../src/engine/lint/rules').map(file => file.replace(/\.ts$/, ''))

  it('are all in force', () => {
    expect(Object.keys(rules).sort()).to.deep.equal(files)
  })

  it('are all tried on diagrams that they accept and refuse', () => {
    expect(here('rules').map(file => file.replace(/\.test\.ts$/, ''))).to.deep.equal(files)
  })
})
