import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { ContactKeysLineProblem, ContactKeysReadOnlyProblem } from '../src/casework/setup-problem.js'
import { contactKeyFile } from '../src/contact-keys.js'

describe('The file of keys', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'bdc-keys-'))))
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const open = () => contactKeyFile(path.join(folder, 'contact-keys'))

  it('is made once, for its owner alone, and stays when it is made again', () => {
    const ring = open()
    expect([ring.exists(), ring.keys()]).to.deep.equal([false, []])
    ring.make()
    const written = readFileSync(ring.file, 'utf8')
    expect(written).to.match(/^[0-9a-f]{8} [\w-]{43}\n$/)
    expect(statSync(ring.file).mode & 0o777).to.equal(0o600)
    open().make()
    expect(readFileSync(ring.file, 'utf8')).to.equal(written)
    expect(readdirSync(folder)).to.deep.equal(['contact-keys'])
  })

  it('is read again when another process has changed it; the last key is the current one', () => {
    const [server, command] = [open(), open()]
    server.make()
    const [first] = server.keys()
    const added = command.add()
    expect(server.keys().map(({ id }) => id)).to.deep.equal([first?.id, added])
    command.remove([first?.id ?? ''])
    expect(server.keys().map(({ id }) => id)).to.deep.equal([added])
    expect(statSync(server.file).mode & 0o777).to.equal(0o600)
    rmSync(server.file)
    expect(server.keys(), 'taken away under a running server').to.have.length(1)
  })

  it('says which line is no key, and changes nothing where it may not write', () => {
    const ring = open()
    ring.make()
    writeFileSync(ring.file, `${readFileSync(ring.file, 'utf8')}not a key\n`)
    expect(() => open().keys())
      .to.throw(ContactKeysLineProblem)
      .with.property('message')
      .that.includes('第2行')
    const [own = ''] = readFileSync(ring.file, 'utf8').split('\n')
    writeFileSync(ring.file, `${own}\n${own.slice(0, 9)}${'A'.repeat(43)}\n`)
    expect(() => open().keys(), 'two keys with one id').to.throw(ContactKeysLineProblem)
    writeFileSync(ring.file, `\ufeff${own}\r\n`)
    expect(open().keys(), 'as an editor of Windows writes it').to.have.length(1)
    writeFileSync(ring.file, '')
    expect(() => open().keys(), 'an empty file is no ring').to.throw(ContactKeysLineProblem)
  })

  it('makes its folder, and leaves no key beside it', () => {
    const ring = contactKeyFile(path.join(folder, 'kept', 'apart', 'contact-keys'))
    ring.make()
    expect(ring.keys()).to.have.length(1)
    ring.add()
    expect(readdirSync(path.dirname(ring.file))).to.deep.equal(['contact-keys'])
    expect(() => {
      contactKeyFile(path.join(ring.file, 'contact-keys')).make()
    }, 'in a folder that is a file').to.throw(ContactKeysReadOnlyProblem)
    expect(readdirSync(folder)).to.deep.equal(['kept'])
  })
})
