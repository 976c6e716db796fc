import { migration } from './migration.js'

/** Notices are looked for by their age and removed with who has read them; neither is looked for from end to end. */
export const clearing = migration('0036-clearing', [
  `create index notice_age on notice (at, id)`,
  `create index notice_reading_notice on notice_reading (notice_id)`,
  `create index notice_read_through_notice on notice_read_through (notice_id)`,
])
