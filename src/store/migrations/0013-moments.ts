import { migration } from './migration.js'

/**
 * When a deadline was warned of stands on its row, as when it fired does. So the index of the warnings still to be given
 * holds these and no others: those that were given and are not due yet need not be passed over, round after round.
 */
export const moments = migration('0013-moments', [
  `alter table deadline add column warned_at text`,
  `update deadline set warned_at =
    (select fired_at from card where card.deadline_id = deadline.id and card.level = 'yellow')`,
  `create index deadline_unwarned on deadline (warn_at, id)
    where closed_at is null and fired_at is null and warned_at is null and warn_at is not null and kind <> 'none'`,
])
