import type { TrailFinding, TrailHead, TrailSeen } from '../store/index.js'
import { command } from './command.js'
import type { Parts } from './parts.js'

export { createTrailKey } from '../store/index.js'
export type { TrailFilter, TrailFinding, TrailHead, TrailKey, TrailLine, TrailSeen } from '../store/index.js'

/**
 * Signs the end of the audit trail, to be kept where the database is not; null when nothing was written since the last
 * time. What was written after the last signature cannot be changed unnoticed either, but it can be cut off.
 */
export function signTrail(parts: Parts): Promise<TrailHead | null> {
  const { trailKey } = parts.store
  return command(parts, async (unit, now) => {
    const last = await unit.trail.last()
    const before = await unit.trail.lastHead()
    if (!last || last.position === before?.position) return null
    const content = { position: last.position, hash: last.hash, at: now }
    const head = { ...content, keyId: trailKey.id, signature: trailKey.sign(content) }
    // of two servers one signs this end
    return (await unit.trail.addHead(head)) ? head : null
  })
}

/** Findings that are told one by one; there may be as many as there are rows. */
const toldAtMost = 200

/** What a look over the whole trail came to. */
export interface TrailVerdict extends TrailSeen {
  /** The first of them, in the order of the trail. */
  readonly findings: readonly TrailFinding[]
  /** How many there are. */
  readonly found: number
}

/** Goes over the whole audit trail once. @param known signed heads that were kept elsewhere */
export async function verifyTrail(parts: Parts, known: readonly TrailHead[]): Promise<TrailVerdict> {
  const findings: TrailFinding[] = []
  let found = 0
  const seen = await parts.store.verifyTrail(known, finding => {
    found++
    if (findings.length < toldAtMost) findings.push(finding)
  })
  return { ...seen, findings, found }
}
