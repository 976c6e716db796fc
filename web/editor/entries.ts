/** An entry of palette, context pad or menu. */
export interface Entry {
  readonly group?: string
  readonly className?: string
  readonly title?: string
  readonly label?: string
  readonly html?: string
  readonly imageHtml?: string
  readonly separator?: boolean
  readonly action?: unknown
}
export type Entries = Readonly<Record<string, Entry>>
