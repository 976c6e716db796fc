import type { Dialect } from '../dialect.js'
import { migration, type Migration } from './migration.js'

const name = '0015-deployments'

const proposals = migration(name, [
  `create table process_proposal (
    id {id},
    key text not null,
    draft_revision integer not null,
    sha256 text not null,
    reason text not null,
    proposed_at text not null,
    proposed_by integer not null references account (id),
    decision text,
    decided_at text,
    decided_by integer references account (id),
    decision_reason text,
    definition_id integer references process_definition (id)
  ) {strict}`,
  // at most one of a key waits for an answer
  `create unique index process_proposal_waiting on process_proposal (key) where decision is null`,
])

const guards: Record<Dialect, string[]> = {
  sqlite: ['update', 'delete'].map(
    act =>
      `create trigger process_definition_no_${act} before ${act} on process_definition
        begin select raise(abort, 'process_definition is append-only'); end`,
  ),
  postgres: [
    `create trigger process_definition_no_change before update or delete or truncate on process_definition
      for each statement execute function refuse_change()`,
  ],
}

/** What was deployed stays as it was, whoever asks; who proposed it and who decided is kept beside it. */
export const deployments: Migration = {
  name,
  statements: dialect => [...proposals.statements(dialect), ...guards[dialect]],
}
