import { Problem } from '../casework/problem.js'

/** The database was written by a newer release: this one does not know its tables and will not touch them. */
export class DatabaseNewerProblem extends Problem {
  constructor(migration: string) {
    super('databaseNewer', { migration })
  }
}

/** A contact field was sealed under a key that the ring has not. */
export class SealKeyMissingProblem extends Problem {
  constructor(key: string) {
    super('sealKeyMissing', { key })
  }
}

/** A contact field is not as it was sealed: it was changed, moved to another column, or the key of that id is another. */
export class SealBrokenProblem extends Problem {
  constructor(key: string, place: string, cause: unknown) {
    super('sealBroken', { key, place }, { cause })
  }
}

/**
 * Another transaction changed what this one had read, or held the database too long. Nothing was written;
 * the same work may be tried again from its beginning.
 */
export class TransactionConflictError extends Error {
  readonly code = 'transactionConflict'

  constructor(cause: unknown) {
    super('Another transaction was faster; nothing was written', { cause })
    this.name = new.target.name
  }
}

/** A transaction was opened inside another: it would wait for itself. Pass the outer one's unit on instead. */
export class NestedTransactionError extends Error {
  readonly code = 'nestedTransaction'

  constructor() {
    super('A transaction is already open here: pass its unit on')
    this.name = new.target.name
  }
}

/** What the two databases say when transactions met: serialization failure, deadlock, busy for too long. */
const conflicts = new Set(['40001', '40P01', 'SQLITE_BUSY'])

/** Whether the database refused because of another transaction, so that trying again makes sense. */
export function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && conflicts.has(String(error.code))
}
