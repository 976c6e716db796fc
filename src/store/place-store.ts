import type { Knex } from 'knex'
import type { LocalDate } from '../calendar/local-date.js'
import {
  departmentTable,
  liaisonTable,
  placeTable,
  windowTable,
  type NewDepartment,
  type NewLiaison,
  type NewPlace,
  type NewWindow,
  type StoredDepartment,
  type StoredLiaison,
  type StoredPlace,
  type StoredWindow,
} from './place.js'
import { rowOf, rowsOf } from './rows.js'
import { insertRows, updateRows } from './writes.js'

/** Places, windows, departments and liaisons, for reading. */
export function readPlaces(knex: Knex) {
  const validOn = (on: LocalDate) =>
    knex(liaisonTable.name)
      .where('valid_from', '<=', on)
      .whereRaw('(valid_until is null or valid_until >= ?)', [on])
      .orderBy([{ column: 'kind' }, { column: 'id' }])
  return {
    places: (): Promise<StoredPlace[]> => rowsOf(placeTable.columns, knex(placeTable.name).orderBy('id')),

    place: (id: number): Promise<StoredPlace | null> =>
      rowOf(placeTable.columns, knex(placeTable.name).where({ id })),

    windows: (): Promise<StoredWindow[]> =>
      rowsOf(windowTable.columns, knex(windowTable.name).orderBy(['place_id', 'id'])),

    departments: (): Promise<StoredDepartment[]> =>
      rowsOf(departmentTable.columns, knex(departmentTable.name).orderBy('id')),

    department: (id: number): Promise<StoredDepartment | null> =>
      rowOf(departmentTable.columns, knex(departmentTable.name).where({ id })),

    /** Who speaks for the department on that day, the main one first. */
    liaisonsOf: (departmentId: number, on: LocalDate): Promise<StoredLiaison[]> =>
      rowsOf(liaisonTable.columns, validOn(on).where({ department_id: departmentId })),

    /** For which departments this account speaks on that day. */
    liaisonsBy: (accountId: number, on: LocalDate): Promise<StoredLiaison[]> =>
      rowsOf(liaisonTable.columns, validOn(on).where({ account_id: accountId })),

    /** All there are and were. */
    liaisons: (): Promise<StoredLiaison[]> =>
      rowsOf(liaisonTable.columns, knex(liaisonTable.name).orderBy(['department_id', 'id'])),
  }
}

type Changes<T extends { id: number }> = readonly {
  readonly id: number
  readonly set: Partial<Omit<T, 'id'>>
}[]

/** Places, windows, departments and liaisons, for the administrator. Nothing is removed: old cases name them. */
export function placeStore(knex: Knex) {
  return {
    ...readPlaces(knex),
    addPlaces: (rows: readonly NewPlace[]): Promise<number[]> => insertRows(knex, placeTable, rows),
    addWindows: (rows: readonly NewWindow[]): Promise<number[]> => insertRows(knex, windowTable, rows),
    addDepartments: (rows: readonly NewDepartment[]): Promise<number[]> =>
      insertRows(knex, departmentTable, rows),
    addLiaisons: (rows: readonly NewLiaison[]): Promise<number[]> => insertRows(knex, liaisonTable, rows),
    updatePlaces: (changes: Changes<StoredPlace>): Promise<number[]> => updateRows(knex, placeTable, changes),
    updateWindows: (changes: Changes<StoredWindow>): Promise<number[]> =>
      updateRows(knex, windowTable, changes),
    updateDepartments: (changes: Changes<StoredDepartment>): Promise<number[]> =>
      updateRows(knex, departmentTable, changes),
    updateLiaisons: (changes: Changes<StoredLiaison>): Promise<number[]> =>
      updateRows(knex, liaisonTable, changes),
  }
}
