import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { UnknownSettingProblem } from '../src/casework/problem.js'
import { readConfig } from '../src/config.js'

describe('the settings', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'bdc-config-')), 'data')
  })
  afterEach(() => {
    rmSync(path.dirname(dataDir), { recursive: true, force: true })
  })
  const read = (environment: Record<string, string> = {}) =>
    readConfig({ BANDECHENG_DATA: dataDir, ...environment })

  it('need nothing said: this machine, port 3000, a database file, no demonstration', () => {
    expect(read()).to.include({
      dataDir,
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      demo: false,
      https: false,
      trustProxy: 0,
      logLevel: 'info',
    })
  })

  it('make a secret that only the owner reads and that outlives a restart', () => {
    const { secret } = read()
    const file = path.join(dataDir, 'secret')
    expect(secret).to.have.lengthOf(43).and.to.equal(readFileSync(file, 'utf8'))
    expect(statSync(file).mode & 0o777).to.equal(0o600)
    expect(read().secret).to.equal(secret)
  })

  it('are ruled by the command line over the environment', () => {
    expect(
      readConfig({ PORT: '8080', BANDECHENG_DATA: '/nowhere' }, { dataDir, port: 0, demo: true }),
    ).to.include({
      dataDir,
      port: 0,
      demo: true,
    })
  })

  it('know from the address people type whether the site is served over https', () => {
    expect(read({ BANDECHENG_URL: 'https://bcs.example.gov.cn/' })).to.include({
      publicUrl: 'https://bcs.example.gov.cn',
      https: true,
    })
    expect(read({ BANDECHENG_URL: 'http://10.0.0.2:3000' }).https).to.equal(false)
  })

  it('take an empty variable for one that is not set', () => {
    expect(read({ PORT: '', HOST: '', BANDECHENG_URL: '' })).to.include({ port: 3000, publicUrl: null })
  })

  it('do not change afterwards', () => {
    expect(Object.isFrozen(read())).to.equal(true)
  })

  for (const [name, value] of [
    ['PORT', '70000'],
    ['PORT', 'x'],
    ['BANDECHENG_DEMO', 'maybe'],
    ['BANDECHENG_TRUST_PROXY', '-1'],
    ['BANDECHENG_URL', 'ftp://x'],
    ['LOG_LEVEL', 'loud'],
  ] as const)
    it(`refuse ${name}=${value} by name`, () => {
      expect(() => read({ [name]: value }))
        .to.throw(UnknownSettingProblem, name)
        .with.property('message')
        .that.includes(value)
    })

  it('do not print a secret that is too short', () => {
    expect(() => read({ BANDECHENG_SECRET: 'hunter2' })).to.throw(UnknownSettingProblem, '***')
  })
})
