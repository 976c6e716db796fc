import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { daysHere } from './days-here.js'

describe('A server in another part of the world', function () {
  this.timeout(180_000)

  it('keeps the same days with its zone set to America/Los_Angeles', async () => {
    const script = fileURLToPath(new URL('days-here.ts', import.meta.url))
    const run = spawnSync(process.execPath, ['--import', 'tsx', script], {
      env: { ...process.env, TZ: 'America/Los_Angeles' },
      encoding: 'utf8',
    })
    expect(run.status, run.stderr).to.equal(0)
    const there = JSON.parse(run.stdout) as Awaited<ReturnType<typeof daysHere>>
    expect(there.zone, 'the zone really is another').to.equal('-0800')
    expect(there.days).to.deep.equal(JSON.parse(JSON.stringify((await daysHere()).days)))
  })
})
