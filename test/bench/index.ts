// npm run bench: ratios measured side by side in one run. Machines differ and are noisy; only the ratios are to be read.
// `npm run bench burst` runs one of them.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { burst } from './burst.js'
import { completions } from './completions.js'
import { manyCases } from './many-cases.js'
import { ledgerExport } from './ledger-export.js'
import { pendingTimers } from './pending-timers.js'
import { reportPageBench } from './report-page.js'
import { sealing } from './sealing.js'
import { trail } from './trail.js'

/** Each is given an empty folder of its own. */
const benches: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  completions,
  burst,
  'pending-timers': pendingTimers,
  'many-cases': manyCases,
  'report-page': reportPageBench,
  'ledger-export': ledgerExport,
  trail,
  sealing,
}

const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n— ${name} —`)
  const folder = await mkdtemp(path.join(tmpdir(), `bandecheng-${name}-`))
  try {
    await bench(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
