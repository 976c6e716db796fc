import type { Knex } from 'knex'
import { contactKeysOf } from './sealing/keys-of.js'

/** By what a telephone number is found, under each key; the last is what is written. */
export function contactIndexes(knex: Knex, contact: string): readonly string[] {
  return contactKeysOf(knex).blind('contact', contact)
}

/**
 * The marks of the words that a person is found by, in the index of pairs: under each key, the current one last. Sixty-four
 * bits of each: in a million cases no two words meet by chance.
 */
export function personMarks(knex: Knex, word: string): readonly string[] {
  return contactKeysOf(knex)
    .blind('person', word)
    .map(index => `p${index.slice(0, 16)}`)
}
