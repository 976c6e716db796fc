import { startPostgres } from './postgres-server.js'
import type { PostgresServer } from './postgres-server.js'

let server: Promise<{ server: PostgresServer; stop: () => Promise<void> }> | undefined

/** Starts the server when it is first wanted. It can fail, and then says why; it is never left out. */
export async function postgres(): Promise<PostgresServer> {
  server ??= startPostgres()
  return (await server).server
}

after(async function stopPostgres() {
  // one that did not start has told the tests that wanted it
  const started = await server?.catch(() => undefined)
  await started?.stop()
})
