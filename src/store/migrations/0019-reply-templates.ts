import type { Dialect } from '../dialect.js'
import { guards } from './0007-append-only.js'
import { migration, type Migration } from './migration.js'

const table = migration('0019-reply-templates', [
  `create table reply_template (
    id {id},
    occasion text not null,
    cause text not null default '',
    words text,
    at text not null,
    "by" integer not null references account (id)
  ) {strict}`,
  `create index reply_template_occasion on reply_template (occasion, cause, id)`,
])

/** 答复模板: what the office says on the phone and in writing; each wording is kept, the newest counts. */
export const replyTemplates: Migration = {
  name: '0019-reply-templates',
  statements: (dialect: Dialect) => [...table.statements(dialect), ...guards[dialect]('reply_template')],
}
