import { migration } from './migration.js'

/** The days somebody arranged to be off or worked, and the years whose arrangement is known. */
export const calendar = migration('0002-calendar', [
  `create table calendar_day (
    scope text not null,
    date text not null,
    kind text not null,
    name text not null,
    source text not null,
    primary key (scope, date)
  ) {strict}`,

  `create table calendar_year (
    scope text not null,
    year integer not null,
    primary key (scope, year)
  ) {strict}`,
])
