import type { Server } from 'node:http'
import path from 'node:path'
import { systemClock, type Clock } from './clock.js'
import { filesFolder, type Config } from './config.js'
import { contactKeyFile } from './contact-keys.js'
import { createFiles, scanBy } from './files/index.js'
import { createApp, createBoundedServer, exportFiles, sitePages } from './http/index.js'
import { keepHead } from './kept-heads.js'
import { createLog, type Log } from './log.js'
import { createTrials, type Trials } from './trial/index.js'
import {
  createLiveBoard,
  createTrailKey,
  openPartsOn,
  sessionPort,
  signTrail,
  startTimekeeping,
  unreadNotices,
  type LiveBoard,
  type Parts,
  type Timekeeping,
  type TimekeepingTold,
  type TrailHead,
} from './runtime/index.js'

/** A running office. */
export interface Office {
  readonly parts: Parts
  /** The address people type. */
  readonly url: string
  /**
   * Finishes what it began: requests, the timekeeper’s round, the database.
   * @param patience milliseconds after which who is still being answered is cut off; what they do is then whole or not at all
   */
  stop(patience?: number): Promise<void>
}

/** Less than the ten seconds after which a container that was told to stop is killed. */
const longestAnswer = 8_000

/** The SQLite file in the data directory. */
export const databaseFile = 'bandecheng.sqlite'

/** Opens the store of this configuration, brought up to date, and builds the use cases on it. */
export function openParts(config: Config, clock: Clock = systemClock): Promise<Parts> {
  return openPartsOn(
    config.databaseUrl === null
      ? { file: path.join(config.dataDir, databaseFile) }
      : { url: config.databaseUrl },
    {
      clock,
      trailKey: createTrailKey(config.auditSecret),
      ring: contactKeyFile(config.contactKeysFile),
      files: createFiles(filesFolder(config), {
        clock,
        scan: config.scanCommand === null ? null : scanBy(config.scanCommand),
      }),
    },
  )
}

/**
 * Opens the office: store → runtime → pages and timekeeper. The only place that builds them all.
 * @throws what the system says when the address is taken or not ours; the parts are open still
 */
export async function openOffice(
  config: Config,
  parts: Parts,
  log: Log = createLog(config.logLevel),
): Promise<Office> {
  const live = createLiveBoard(parts)
  const trials = createTrials(parts.clock)
  let closing = false
  const app = createApp({
    config,
    log,
    clock: parts.clock,
    sessions: sessionPort(parts),
    pages: sitePages(parts, config, live, trials),
    unread: actor => unreadNotices(parts, actor),
    ready: async () => {
      // a load balancer sends nobody any more to an office that finishes what it began
      if (closing) throw new Error('closing')
      await parts.store.ready().catch((error: unknown) => {
        log.warn({ err: error }, 'not ready')
        throw error
      })
    },
  })
  const server = createBoundedServer(app.express)
  const url = await listen(server, config)
  // not before the address is ours: whoever is refused it must not keep time for the one who has it
  const trailSigned = (head: TrailHead) => {
    log.info({ trailHead: head }, 'the audit trail was signed')
    try {
      keepHead(config, head)
    } catch (error) {
      // the disk is full, say: the log has it, and neither the round nor the stop ends here
      log.error({ err: error }, 'the signed head could not be kept beside the database')
    }
  }
  const told: TimekeepingTold = {
    failed: error => {
      log.error({ err: error }, 'a round of timekeeping failed')
    },
    trailSigned,
    clockSetBack: change => {
      log.warn(change, 'the clock was set back; nothing is done twice, and what is to come waits for it')
    },
  }
  const timekeeping = startTimekeeping(parts, told, exportFiles(config))
  return {
    parts,
    url,
    stop(patience = longestAnswer) {
      closing = true
      return close({ server, live, trials, timekeeping, parts, trailSigned, log, patience })
    },
  }
}

function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const actual = typeof address === 'object' && address ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actual}/`)
    })
  })
}

async function close({
  server,
  live,
  trials,
  timekeeping,
  parts,
  trailSigned,
  log,
  patience,
}: {
  server: Server
  live: LiveBoard
  trials: Trials
  timekeeping: Timekeeping
  parts: Parts
  trailSigned: (head: TrailHead) => void
  log: Log
  patience: number
}): Promise<void> {
  const closed = new Promise<void>(resolve => {
    server.close(() => {
      resolve()
    })
  })
  live.end() // the answers that would have no end of their own
  server.keepAliveTimeout = 1 // who is still being answered does not hold the line afterwards
  server.closeIdleConnections()
  const cut = setTimeout(() => {
    log.warn({ patience }, 'answers that did not come to their end in time were cut off')
    server.closeAllConnections()
  }, patience)
  await timekeeping.stop()
  await closed
  clearTimeout(cut)
  await trials.close()
  const head = await signTrail(parts).catch(() => null) // what is not signed now is when the office opens again
  if (head) trailSigned(head)
  await parts.store.close()
}
