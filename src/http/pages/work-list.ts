import type { StateModel } from './state.js'

/** The model of the partial `work-section`: 已逾期, 今天到期, … with its rows. */
export interface WorkSectionModel {
  readonly id: string
  readonly title: string
  readonly count: number
  readonly rows: readonly WorkRowModel[]
}

/** The model of the partial `work-row`: one thing to do. */
export interface WorkRowModel {
  readonly href: string
  /** the activity: 原因分析 */
  readonly title: string
  /** what the citizen could not get done */
  readonly item: string
  readonly caseNumber: string
  readonly place: string | null
  /** null: nobody has claimed it */
  readonly assignee: string | null
  /** working days since registration; pages always show them */
  readonly registeredDays: number | null
  readonly state: StateModel
  /** 4月29日（周三）17:30前 */
  readonly due: string | null
}
