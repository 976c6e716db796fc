import { createContext } from '@bpmn-io/properties-panel/preact'
import { useContext } from '@bpmn-io/properties-panel/preact/hooks'
import type { Words } from '../words'
import type { Change, Create } from './edit/change'
import type { House } from './model/house'

/** What every part of the panel has at hand. */
export interface PanelOffice {
  readonly words: Words
  readonly house: House
  /** address of the drawings of the icons */
  readonly icons: string
  readonly create: Create
  /** does the changes as one step that can be undone */
  readonly edit: (changes: readonly Change[]) => void
  /** what the command stack alone can do: the name, which is drawn too */
  readonly rename: (name: string) => void
  readonly select: (id: string) => void
  /** draws a limit on the selected activity */
  readonly addLimit: () => void
  /** says it to who hears the page */
  readonly announce: (sentence: string) => void
}

const Office = createContext<PanelOffice | null>(null)

export const OfficeProvider = Office.Provider

export function useOffice(): PanelOffice {
  const office = useContext(Office)
  if (!office) throw new Error('A part of the panel stands outside of it')
  return office
}
