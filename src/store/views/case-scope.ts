import { allOf, sql, type Sql } from './sql.js'

/** Whose cases: a place's, a department's, or all when neither is said. */
export interface CaseScope {
  readonly placeId?: number | null | undefined
  /** in its charge, or put to it */
  readonly departmentId?: number | null | undefined
}

/** The condition that a case, called `c`, is one of these. */
export function inScope({ placeId, departmentId }: CaseScope): Sql {
  return allOf([
    placeId === undefined || placeId === null ? null : sql('c.place_id = ?', placeId),
    departmentId === undefined || departmentId === null
      ? null
      : sql(
          `c.department_id = ? or exists
           (select 1 from case_department a where a.case_id = c.id and a.department_id = ?)`,
          departmentId,
          departmentId,
        ),
  ])
}
