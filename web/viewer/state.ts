/** What the server says of a case's way through its diagram (`DiagramState` of the pages). */
export interface DiagramState {
  readonly taken: readonly string[]
  readonly finished: readonly string[]
  readonly standing: readonly {
    readonly id: string
    readonly words: string
    readonly state: string
    readonly heat?: number
  }[]
  readonly noted?: readonly { readonly id: string; readonly words: string }[]
}

export const nowhere: DiagramState = { taken: [], finished: [], standing: [] }
