/** How far a long piece of work has come. */
export interface ProgressMade {
  readonly done: number
  readonly total: number
}

/**
 * What long work says of itself while it is under way. Kept in memory: the work is one transaction, and what it writes
 * nobody else sees before it is whole. Of work in another process it is not known how far it has come.
 */
export interface Progress {
  tell(what: string, made: ProgressMade): void
  end(what: string): void
  of(what: string): ProgressMade | null
}

export function createProgress(): Progress {
  const made = new Map<string, ProgressMade>()
  return {
    tell: (what, how) => void made.set(what, how),
    end: what => void made.delete(what),
    of: what => made.get(what) ?? null,
  }
}
