import type { intakeChoices } from '../../runtime/index.js'

/** What the forms of a report choose from: departments, places and their windows in use. */
export type IntakeChoices = Awaited<ReturnType<typeof intakeChoices>>

export type IntakePlace = IntakeChoices['places'][number]
export type IntakeWindow = IntakeChoices['windows'][number]
