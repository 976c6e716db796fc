import type { Drawn } from './drawn'
import type { Draft } from './saving/draft-server'
import type { EditorSettings } from './settings'
import type { Words } from './words'

/** The page, its words and what is to be shown. */
export interface Setting {
  readonly section: HTMLElement
  readonly settings: EditorSettings
  readonly words: Words
  /** what bpmn-js says in English, in Chinese */
  readonly board: Readonly<Record<string, string>>
  readonly drawn: Drawn
  readonly draft: Draft
}
