import type { Readers, StoredCase } from '../store/index.js'

/**
 * Whether a case is kept and used for nothing else (PIPL art. 44, 47): nobody looks at who it is, or at their files. Not
 * while its citizen waits for an answer about their own data: who they are is checked on the number they left, and they
 * are told on it.
 */
export async function isRestricted(
  { privacyRequests }: Pick<Readers, 'privacyRequests'>,
  { id, restrictedAt }: Pick<StoredCase, 'id' | 'restrictedAt'>,
): Promise<boolean> {
  if (restrictedAt === null) return false
  const asked = await privacyRequests.ofCase(id)
  return asked.every(({ decidedAt }) => decidedAt !== null)
}
