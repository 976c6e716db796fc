import { flag, integer, localDate, nullable, oneOf, text, type NewRowOf, type RowOf } from './rows.js'

/** A centre (R1): the district's, the streets', the branches, and the one that is a web page. */
export const placeTable = {
  name: 'place',
  columns: {
    id: integer,
    parentId: nullable(integer),
    kind: oneOf('district', 'street', 'branch', 'online'),
    name: text,
    active: flag,
    /** as its posters have it */
    phone: nullable(text),
    hours: nullable(text),
  },
}

/** A window of a centre, 06号窗口. */
export const windowTable = {
  name: 'place_window',
  columns: { id: integer, placeId: integer, name: text, active: flag },
}

/** A department of the district. */
export const departmentTable = {
  name: 'department',
  columns: { id: integer, name: text, active: flag },
}

/** R21: who speaks for a department, from when to when. */
export const liaisonTable = {
  name: 'liaison',
  columns: {
    id: integer,
    departmentId: integer,
    accountId: integer,
    kind: oneOf('main', 'standIn'),
    validFrom: localDate,
    /** the last day; null while no end is known */
    validUntil: nullable(localDate),
  },
}

export type StoredPlace = RowOf<typeof placeTable.columns>
export type NewPlace = NewRowOf<typeof placeTable.columns>
export type StoredWindow = RowOf<typeof windowTable.columns>
export type NewWindow = NewRowOf<typeof windowTable.columns>
export type StoredDepartment = RowOf<typeof departmentTable.columns>
export type NewDepartment = NewRowOf<typeof departmentTable.columns>
export type StoredLiaison = RowOf<typeof liaisonTable.columns>
export type NewLiaison = NewRowOf<typeof liaisonTable.columns>
