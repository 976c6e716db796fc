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

/** A part of the page by its `data-` name. @throws when the view lacks it */
export function partOf(section: HTMLElement, name: string): HTMLElement {
  const part = section.querySelector<HTMLElement>(`[data-${name}]`)
  if (!part) throw new Error(`The page has no [data-${name}]`)
  return part
}
