import type { Command } from 'commander'
import { roleLabel } from '../../casework/role.js'
import { text } from '../../catalogue/index.js'
import type { Config } from '../../config.js'
import { openOffice, openParts, type Office } from '../../main.js'
import { demoAccounts, demoPassword, type Parts } from '../../runtime/index.js'
import { aligned } from '../columns.js'
import { install } from '../install.js'
import {
  CannotListenProblem,
  DemonstrationDataProblem,
  InvalidOptionProblem,
  OfficeDataProblem,
  PortInUseProblem,
} from '../problem.js'
import { isDemonstration, seedDemo } from '../seed/demo.js'
import type { Terminal } from '../terminal.js'
import { commandNamed, configOf, type CommonOptions } from './base.js'

interface ServeOptions extends CommonOptions {
  readonly demo?: boolean
  readonly port?: number
  readonly host?: string
}

/** `serve`: the office, until it is told to stop. */
export function serveCommand(terminal: Terminal): Command {
  return commandNamed('serve')
    .option('--demo', text('cli.serve.demo'))
    .option('--port <N>', text('cli.serve.port'), parsePort)
    .option('--host <ADDRESS>', text('cli.serve.host'))
    .action((options: ServeOptions) => serve(terminal, options))
}

async function serve(terminal: Terminal, options: ServeOptions): Promise<void> {
  const { demo, port, host } = options
  const config = configOf(terminal, options, {
    ...(demo === undefined ? {} : { demo }),
    ...(port === undefined ? {} : { port }),
    ...(host === undefined ? {} : { host }),
  })
  const stopped = terminal.stopped()
  const say = (sentence: string) => {
    if (options.json !== true) terminal.out(`${sentence}\n`)
  }
  const parts = await openParts(config, terminal.clock)
  let office: Office
  try {
    if (!config.demo && (await isDemonstration(parts))) throw new DemonstrationDataProblem(config.dataDir)
    if (config.demo) {
      if ((await parts.store.read.accounts.all()).length === 0) say(text('cli.serve.seeding'))
      await seedDemo(parts, config.dataDir)
      if (!(await isDemonstration(parts))) throw new OfficeDataProblem(config.dataDir)
    }
    for (const name of await install(parts)) say(text('cli.serve.newerDiagram', { name }))
    office = await open(config, parts)
  } catch (error) {
    await parts.store.close()
    throw error
  }
  const accounts = config.demo ? await demoAccounts(parts) : []
  if (options.json === true)
    terminal.out(
      `${JSON.stringify({ url: office.url, ...(config.demo ? { accounts, password: demoPassword } : {}) })}\n`,
    )
  say(text('cli.serve.ready', { url: office.url }))
  for (const line of await greeting(config, parts)) say(line)
  await stopped
  say(text('cli.serve.stopping'))
  await office.stop()
  say(text('cli.serve.stopped'))
}

async function open(config: Config, parts: Parts): Promise<Office> {
  try {
    return await openOffice(config, parts)
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new PortInUseProblem(config.host, config.port, error)
    if (syscall === 'listen' || syscall === 'getaddrinfo')
      throw new CannotListenProblem(config.host, config.port, error)
    throw error
  }
}

/** Whom to sign in as; in an office without anybody, how to begin. */
async function greeting({ demo }: Config, parts: Parts): Promise<string[]> {
  if (!demo) {
    const nobody = (await parts.store.read.accounts.all()).length === 0
    return [...(nobody ? [text('cli.serve.noAccounts')] : []), text('cli.serve.howToStop')]
  }
  const columns = ['username', 'name', 'role', 'belongsTo']
  const rows = (await demoAccounts(parts)).map(({ username, name, role, belongsTo }) => [
    username,
    name,
    roleLabel(role),
    belongsTo ?? text('cli.serve.office'),
  ])
  return [
    text('cli.serve.demoAccounts', { password: demoPassword }),
    ...aligned([columns.map(column => text(`cli.serve.demoAccounts.${column}`)), ...rows]).map(
      line => `  ${line}`,
    ),
    text('cli.serve.howToStop'),
  ]
}

function parsePort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN
  if (port >= 0 && port <= 65_535) return port
  throw new InvalidOptionProblem('--port', value, text('cli.serve.port.expected'))
}
