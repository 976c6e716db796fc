import { migration } from './migration.js'

/** What stands on a place's posters: where to ring up, and when somebody is there. */
export const placeContact = migration('0017-place-contact', [
  `alter table place add column phone text`,
  `alter table place add column hours text`,
])
