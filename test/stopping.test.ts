import { mkdtempSync, rmSync } from 'node:fs'
import { request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { readConfig } from '../src/config.js'
import { UnknownSettingProblem } from '../src/casework/problem.js'
import { createLog } from '../src/log.js'
import { openOffice, openParts } from '../src/main.js'

describe('An office that is told to stop', function () {
  this.timeout(30_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'bandecheng-stopping-'))
  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('finishes a request that is under way, takes no other, and closes its database', async () => {
    const lines: string[] = []
    const config = readConfig({ BANDECHENG_DATA: folder, PORT: '0' })
    const parts = await openParts(config)
    const office = await openOffice(config, parts, createLog('info', { write: line => lines.push(line) }))
    const { port } = new URL(office.url)

    const slow = ask({
      port,
      method: 'POST',
      path: '/track',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    const answered = new Promise<number | undefined>((resolve, reject) => {
      slow.once('error', reject)
      slow.once('response', response => {
        response.resume()
        response.once('end', () => {
          resolve(response.statusCode)
        })
      })
    })
    slow.write('number=CZ-2026') // half a form
    while (!(await fetch(`${office.url}health`)).ok);
    const stopped = office.stop()
    slow.end('-0001&tail=1234')
    expect(await answered, 'a form without its token').to.equal(403)
    await stopped
    expect(await fetch(`${office.url}health`).catch(() => 'refused')).to.equal('refused')
    expect(await parts.store.read.settings.get('x').catch(() => 'closed')).to.equal('closed')
    expect(lines.filter(line => line.includes('"path":"/track"'))).to.have.length(1)
  })
})

describe('A secret', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bandecheng-secret-'))
  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const read = (environment: Record<string, string>) =>
    readConfig({ BANDECHENG_DATA: folder, ...environment })

  it('comes from a file too, and one that cannot be read is said', () => {
    const { secret } = read({})
    const file = path.join(folder, 'secret')
    expect(read({ BANDECHENG_SECRET_FILE: file, BANDECHENG_SECRET: 'ignored' }).secret).to.equal(secret)
    expect(() => read({ BANDECHENG_SECRET_FILE: path.join(folder, 'none') })).to.throw(
      UnknownSettingProblem,
      '_FILE',
    )
  })

  it('of unified sign-in is wanted with its address', () => {
    const issuer = { BANDECHENG_OIDC_ISSUER: 'https://login.example.gov.cn' }
    expect(read({}).unified).to.equal(null)
    expect(() => read(issuer)).to.throw(UnknownSettingProblem, 'BANDECHENG_OIDC_CLIENT')
    const whole = {
      ...issuer,
      BANDECHENG_OIDC_CLIENT: 'x',
      BANDECHENG_OIDC_SECRET: 'y',
      BANDECHENG_OIDC_GROUPS: 'a=officer',
    }
    expect(read(whole).unified?.groups).to.have.length(1)
    expect(() => read({ ...whole, BANDECHENG_OIDC_GROUPS: 'a=king' })).to.throw(
      UnknownSettingProblem,
      'GROUPS',
    )
  })
})
