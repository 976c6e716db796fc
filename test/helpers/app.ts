import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Actor } from '../../src/casework/actor.js'
import type { Role } from '../../src/casework/role.js'
import { handClock, type HandClock } from '../../src/clock.js'
import type { Config } from '../../src/config.js'
import { createApp, type App, type AppParts } from '../../src/http/index.js'
import type { SessionPort, StoredSession } from '../../src/http/middleware/session.js'
import { silentLog } from '../../src/log.js'

/** A running site for a test. */
export interface Site {
  readonly url: string
  readonly app: App
  readonly clock: HandClock
  readonly sessions: MemorySessions
  stop(): Promise<void>
}

export const testConfig: Config = {
  dataDir: '.tmp',
  host: '127.0.0.1',
  port: 0,
  databaseUrl: null,
  secret: 'only for tests: 0123456789abcdef0123456789abcdef',
  auditSecret: 'what links and signs the trail of a test',
  contactKeysFile: '.tmp/contact-keys',
  demo: true,
  publicUrl: null,
  https: false,
  trustProxy: 0,
  session: { idle: 2 * 3_600_000, age: 12 * 3_600_000 },
  officeName: '柳州市城中区政务服务监督管理办公室',
  scanCommand: null,
  unified: null,
  logLevel: 'silent',
}

/** Starts the real site on a free port, with pages of the test's own or the real ones. */
export async function startSite(parts: Partial<AppParts> = {}): Promise<Site> {
  buildWeb()
  const clock = handClock('2026-04-15T09:30:00+08:00')
  const sessions = memorySessions(clock)
  const app = createApp({
    config: testConfig,
    log: silentLog,
    clock,
    sessions,
    pages: [],
    ready: () => Promise.resolve(),
    ...parts,
  })
  const server = app.express.listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    app,
    clock,
    sessions,
    stop: () =>
      new Promise(resolve => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

/** Sessions in memory, with a person for each account id. */
export interface MemorySessions extends SessionPort {
  readonly people: Map<number, Actor>
  readonly stored: Map<string, StoredSession>
}

function memorySessions(clock: HandClock): MemorySessions {
  const people = new Map<number, Actor>()
  const stored = new Map<string, StoredSession>()
  return {
    people,
    stored,
    find: tokenHash => Promise.resolve(stored.get(tokenHash) ?? null),
    create: ({ tokenHash, accountId, expiresAt }) => {
      const actor = people.get(accountId)
      if (!actor) throw new Error(`Nobody has the account ${accountId}`)
      stored.set(tokenHash, { actor, seenAt: clock.now(), expiresAt, gate: null })
      return Promise.resolve()
    },
    touch: tokenHash => {
      const session = stored.get(tokenHash)
      if (session) stored.set(tokenHash, { ...session, seenAt: clock.now() })
      return Promise.resolve()
    },
    remove: tokenHash => {
      stored.delete(tokenHash)
      return Promise.resolve()
    },
  }
}

const names: Readonly<Record<Role, string>> = {
  clerk: '覃晓兰',
  officer: '韦建国',
  liaison: '陈立新',
  supervisor: '黄敏',
  leader: '刘志强',
  admin: '管理员',
  security: '安全管理员',
  auditor: '审计管理员',
}

/** A person of this role, as a test needs one. */
export function person(role: Role, accountId = 1): Actor {
  return {
    accountId,
    name: names[role],
    role,
    placeId: role === 'clerk' ? 1 : null,
    departmentId: role === 'liaison' ? 1 : null,
  }
}

/** `npm test` builds first; a single test run by hand may find nothing built. */
function buildWeb(): void {
  const root = path.join(import.meta.dirname, '../..')
  if (!existsSync(path.join(root, 'dist/web/manifest.json')))
    execFileSync(process.execPath, ['esbuild.config.js'], { cwd: root, stdio: 'inherit' })
}
