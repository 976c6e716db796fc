import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import {
  ContactKeysPlaceProblem,
  SecretMissingProblem,
  UnknownSettingProblem,
  WeakSecretProblem,
} from '../src/casework/setup-problem.js'
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

  it('keep the secret of the audit trail apart from the other', () => {
    const { secret, auditSecret } = read()
    expect(auditSecret)
      .to.have.lengthOf(43)
      .and.to.equal(readFileSync(path.join(dataDir, 'audit-secret'), 'utf8'))
    expect(auditSecret).not.to.equal(secret)
  })

  it('take a secret from a file that is named', () => {
    read()
    const file = path.join(dataDir, 'elsewhere')
    writeFileSync(file, 'kept in another place, by 42 others\n')
    expect(read({ BANDECHENG_AUDIT_SECRET_FILE: file }).auditSecret).to.equal(
      'kept in another place, by 42 others',
    )
    expect(() => read({ BANDECHENG_SECRET_FILE: `${file}-not` })).to.throw(UnknownSettingProblem)
  })

  it('in production must be given their secrets, and none that is a sample', () => {
    const given = {
      NODE_ENV: 'production',
      BANDECHENG_SECRET: 'one of 32 letters or more, not shown',
      BANDECHENG_AUDIT_SECRET: 'another of 32 letters, kept elsewhere',
      BANDECHENG_CONTACT_KEYS_FILE: `${dataDir}-keys/contact-keys`,
    }
    expect(read(given).auditSecret).to.equal(given.BANDECHENG_AUDIT_SECRET)
    for (const name of ['BANDECHENG_SECRET', 'BANDECHENG_AUDIT_SECRET'])
      expect(() => read({ ...given, [name]: '' }), name)
        .to.throw(SecretMissingProblem)
        .with.property('message')
        .that.includes(name)
    expect(
      read({ NODE_ENV: 'production', BANDECHENG_DEMO: '1' }).demo,
      'a demonstration hides nothing',
    ).to.equal(true)
  })

  it('in production keep the keys of contact fields out of the directory that the database is in', () => {
    expect(read().contactKeysFile).to.equal(path.join(dataDir, 'contact-keys'))
    const secrets = {
      NODE_ENV: 'production',
      BANDECHENG_SECRET: 'one of 32 letters or more, not shown',
      BANDECHENG_AUDIT_SECRET: 'another of 32 letters, kept elsewhere',
    }
    const elsewhere = `${dataDir}-keys`
    expect(read({ ...secrets, BANDECHENG_CONTACT_KEYS_FILE: elsewhere }).contactKeysFile).to.equal(elsewhere)
    for (const file of ['', path.join(dataDir, 'contact-keys'), `${dataDir}-keys/../data/keys/ring`])
      expect(() => read({ ...secrets, BANDECHENG_CONTACT_KEYS_FILE: file }), file)
        .to.throw(ContactKeysPlaceProblem)
        .with.property('message')
        .that.includes(dataDir)
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
    ['BANDECHENG_SESSION_IDLE', '0'],
    ['BANDECHENG_SESSION_IDLE', '1.5'],
    ['BANDECHENG_SESSION_AGE', '48'],
  ] as const)
    it(`refuse ${name}=${value} by name`, () => {
      expect(() => read({ [name]: value }))
        .to.throw(UnknownSettingProblem, name)
        .with.property('message')
        .that.includes(value)
    })

  for (const name of ['BANDECHENG_SECRET', 'BANDECHENG_AUDIT_SECRET'])
    for (const [why, value] of [
      ['short', 'hunter2, four times 2'],
      ['hardly more than one letter', 'abcdefghijk'.repeat(4)],
      ['a sample', 'please-change-me-please-change-me-please'],
      ['in every manual', 'correct horse battery staple example'],
    ] as const)
      it(`refuse a ${name} that is ${why}, and do not print it`, () => {
        expect(() => read({ [name]: value }))
          .to.throw(WeakSecretProblem, name)
          .with.property('message')
          .that.does.not.include(value)
      })

  it('say when a session ends by itself: two hours and twelve, unless the office wants it otherwise', () => {
    const [minute, hour] = [60_000, 3_600_000]
    expect(read().session).to.deep.equal({ idle: 120 * minute, age: 12 * hour })
    expect(read({ BANDECHENG_SESSION_IDLE: '15', BANDECHENG_SESSION_AGE: '8' }).session).to.deep.equal({
      idle: 15 * minute,
      age: 8 * hour,
    })
  })
})
