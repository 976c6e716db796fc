import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { datesHere } from './dates-here.js'

describe('a machine in another part of the world', () => {
  for (const [zone, offset] of [
    ['America/Los_Angeles', '-0800'],
    ['Pacific/Kiritimati', '+1400'],
  ]) {
    it(`counts the same dates with its zone set to ${zone}`, () => {
      const script = fileURLToPath(new URL('dates-here.ts', import.meta.url))
      const run = spawnSync(process.execPath, ['--import', 'tsx', script], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      })
      expect(run.status, run.stderr).to.equal(0)
      const there = JSON.parse(run.stdout) as ReturnType<typeof datesHere>
      expect(there.zone, 'the zone really is another').to.equal(offset)
      expect(there.dates).to.deep.equal(datesHere().dates)
    })
  }
})
