import { NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import { outlineOf } from '../../engine/index.js'
import type { Outline } from '../../engine/index.js'
import type { StoredDefinition } from '../../store/index.js'
import type { Parts } from '../parts.js'

/** A deployed version told in words, from its own diagram. */
export interface Handbook {
  readonly version: Omit<StoredDefinition, 'xml'>
  readonly newest: number
  readonly outline: Outline
}

/** @throws NotFoundProblem */
export async function handbook(parts: Pick<Parts, 'store'>, id: number): Promise<Handbook> {
  const stored = await parts.store.read.definitions.byId(id)
  if (!stored) throw new NotFoundProblem(text('runtime.definition'))
  const { xml, ...version } = stored
  const latest = await parts.store.read.definitions.latest(stored.key)
  return { version, newest: latest?.version ?? stored.version, outline: await outlineOf(xml) }
}
