import type { Unit } from '../../store/index.js'
import { sweepFiles } from '../attachments/index.js'
import { command } from '../command.js'
import type { Parts } from '../parts.js'

const traces = 'retention traces'

/** Says, in the transaction that erases, that bytes of it may still lie about: until {@link tidyTraces} was there. */
export function noteTraces(unit: Pick<Unit, 'settings'>): Promise<void> {
  return unit.settings.put([{ key: traces, value: 'left' }])
}

/** Takes what was erased from where its bytes still lie: old pages, files. Done again when a stop came before its end. */
export async function tidyTraces(parts: Parts): Promise<void> {
  if ((await parts.store.read.settings.get(traces)) !== 'left') return
  await sweepFiles(parts)
  await parts.store.leaveNoTrace()
  await command(parts, unit => unit.settings.put([{ key: traces, value: 'none' }]))
}
