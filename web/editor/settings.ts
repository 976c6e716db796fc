import type { LintOptions } from '../../src/engine/lint/rule'

/** What the page tells the script (`EditorSettings` of the pages). */
export interface EditorSettings {
  readonly key: string
  readonly name: string
  /** where the draft is read and kept */
  readonly draftUrl: string
  /** where one signs in again */
  readonly signInUrl: string
  /** what the rules are told of the house */
  readonly house: LintOptions
}
