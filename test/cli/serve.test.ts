import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { expect } from 'chai'
import { readConfig } from '../../src/config.js'
import { openParts } from '../../src/main.js'
import { furnish } from '../store/office.js'
import { run, temporaryFolder } from './run-command.js'

const root = path.join(import.meta.dirname, '../..')

describe('bandecheng serve', function () {
  this.timeout(120_000)
  const folder = temporaryFolder()
  after(() => {
    folder.remove()
  })

  it('prints the address and the accounts of the demonstration, answers, and stops when it is told to', async () => {
    const server = start(['serve', '--demo', '--port', '0', '--data', folder.at])
    const greeting = await server.said(/按 Ctrl-C 停止/)
    const url = /办得成已启动：(http:\S+)/.exec(greeting)?.[1]
    expect(greeting).to.match(/^ {2}officer +韦建国 +政管办经办人/m)
    expect(greeting).to.include('bandecheng')
    const health = await fetch(`${url}health`)
    expect([health.status, await health.json()]).to.deep.equal([200, { status: 'ok' }])
    expect(await (await fetch(`${url}sign-in`)).text()).to.include('officer2')
    server.process.kill('SIGTERM')
    expect(await server.ended).to.deep.equal({ code: 0, signal: null })
    expect(await server.said(/已停止/)).to.be.a('string')
  })

  it('starts no office for citizens on demonstration data, nor a production without secrets of its own', async () => {
    const shown = temporaryFolder()
    const elsewhere = temporaryFolder()
    const office = temporaryFolder()
    try {
      const config = readConfig({ BANDECHENG_DATA: shown.at })
      const parts = await openParts(config)
      await parts.store.transaction(unit => unit.settings.put([{ key: 'demo', value: 'done' }]))
      await parts.store.close()
      const real = await openParts(readConfig({ BANDECHENG_DATA: office.at }))
      await furnish(real.store)
      await real.store.close()
      const serve = async (environment: Record<string, string>) => {
        const { code, out, err } = await run(['serve', '--port', '0', '--data', shown.at, '--json'], {
          environment,
        })
        expect([code, out]).to.deep.equal([1, ''])
        return (JSON.parse(err) as { problem: string }).problem
      }
      const secrets = {
        BANDECHENG_SECRET: 'one of 32 letters or more, not shown',
        BANDECHENG_AUDIT_SECRET: 'another of 32 letters, kept elsewhere',
      }
      const production = {
        NODE_ENV: 'production',
        BANDECHENG_CONTACT_KEYS_FILE: path.join(elsewhere.at, 'contact-keys'),
      }
      expect(await serve({})).to.equal('demonstrationData')
      const opened = await run(['serve', '--demo', '--port', '0', '--data', office.at, '--json'])
      expect(opened.code, opened.out).to.equal(1)
      expect(JSON.parse(opened.err)).to.include({ problem: 'officeData' })
      expect(await serve({ ...production, ...secrets })).to.equal('demonstrationData')
      expect(await serve(production)).to.equal('secretMissing')
      expect(await serve({ ...production, ...secrets, BANDECHENG_SECRET: 'change-me-'.repeat(4) })).to.equal(
        'weakSecret',
      )
    } finally {
      shown.remove()
      office.remove()
      elsewhere.remove()
    }
  })

  it('tells an office without accounts how to get the first one', async () => {
    const { promise: stopped, resolve: stop } = promised()
    const empty = temporaryFolder()
    try {
      const served = run(['serve', '--port', '0', '--data', empty.at], { stopped: () => stopped })
      setImmediate(stop)
      const { code, out } = await served
      expect(code).to.equal(0)
      expect(out).to.include('account add').and.to.include('bandecheng seed')
    } finally {
      empty.remove()
    }
  })

  it('says that the port is taken, and whose fault it is not', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const empty = temporaryFolder()
    try {
      const { code, err } = await run(['serve', '--port', String(port), '--data', empty.at, '--json'])
      expect(code).to.equal(1)
      const failure = JSON.parse(err) as { problem: string; message: string }
      expect(failure.problem).to.equal('portInUse')
      expect(failure.message).to.include(String(port)).and.to.include('--port')
    } finally {
      other.close()
      empty.remove()
    }
  })
})

describe('bandecheng account add', () => {
  const folder = temporaryFolder()
  after(() => {
    folder.remove()
  })
  const add = (words: readonly string[], input?: string) =>
    run(['account', 'add', '--data', folder.at, '--json', ...words], input === undefined ? {} : { input })

  it('makes a password and shows it once, or takes one from standard input', async () => {
    const made = await add(['--username', 'admin', '--role', 'admin', '--name', '管理员'])
    expect(made.code).to.equal(0)
    expect((JSON.parse(made.out) as { password: string }).password).to.have.length(16)
    const given = await add(
      ['--username', 'chief', '--role', 'supervisor', '--password-stdin'],
      'correct horse\n',
    )
    expect(JSON.parse(given.out)).to.deep.equal({ username: 'chief', role: 'supervisor' })
  })

  it('refuses a name that is taken, a short password, a clerk without a place', async () => {
    for (const [words, problem, input] of [
      [['--username', 'admin', '--role', 'admin'], 'accountExists', undefined],
      [['--username', 'other', '--role', 'admin', '--password-stdin'], 'invalidOption', '123'],
      [['--username', 'clerk', '--role', 'clerk'], 'invalidOption', undefined],
    ] as const) {
      const { code, err } = await add(words, input)
      expect(code).to.equal(1)
      expect(JSON.parse(err)).to.include({ problem })
    }
  })
})

function promised() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>(done => {
    resolve = done
  })
  return { promise, resolve }
}

/** The real program in a process of its own. */
function start(words: readonly string[]) {
  const process = spawnProgram(words)
  let heard = ''
  const listeners = new Set<() => void>()
  process.stdout?.on('data', (chunk: Buffer) => {
    heard += chunk.toString('utf8')
    for (const listener of listeners) listener()
  })
  const ended = new Promise<{ code: number | null; signal: string | null }>(resolve =>
    process.once('close', (code, signal) => {
      for (const listener of listeners) listener()
      resolve({ code, signal })
    }),
  )
  return {
    process,
    ended,
    /** Everything it said, once that is among it. */
    said: (what: RegExp) =>
      new Promise<string>((resolve, reject) => {
        const listen = () => {
          if (what.test(heard)) resolve(heard)
          else if (process.exitCode !== null) reject(new Error(`It ended and said: ${heard}`))
        }
        listeners.add(listen)
        listen()
      }),
  }
}

function spawnProgram(words: readonly string[]): ChildProcess {
  const program = [path.join(root, 'src/cli/bandecheng.ts'), ...words]
  return spawn(process.execPath, ['--import', 'tsx', ...program], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
