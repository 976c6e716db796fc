/** What the server says is different, as the drawing marks it (`DiagramMark` of the pages). */
export interface Mark {
  readonly id: string
  readonly side: 'before' | 'after' | 'both'
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly words: string
}
