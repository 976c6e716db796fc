import { useOffice } from '../office'
import { Icon } from './icon'

/** The buttons with which a member of a list is moved and taken out. */
export function Mover({
  name,
  first,
  last,
  onMove,
  onRemove,
}: {
  readonly name: string
  readonly first: boolean
  readonly last: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}) {
  const { words } = useOffice()
  const button = (word: string, icon: string, off: boolean, act: (button: HTMLElement) => void) => (
    <button
      type="button"
      class="panel-icon-button"
      aria-label={words(`${word}Of`, { name })}
      title={words(word)}
      // disabled buttons lose the focus, and who moves a field to the end would have to look for it
      aria-disabled={off}
      onClick={event => {
        if (!off) act(event.currentTarget)
      }}
    >
      <Icon name={icon} />
    </button>
  )
  return (
    <span class="panel-mover">
      {button('up', 'move-up', first, self => {
        keepingFocus(self, () => onMove(-1))
      })}
      {button('down', 'move-down', last, self => {
        keepingFocus(self, () => onMove(1))
      })}
      {button('remove', 'remove', false, self => {
        keepingFocus(besides(self), onRemove)
      })}
    </span>
  )
}

// a member that changes its place is taken out of the page for a moment and loses the focus
function keepingFocus(to: HTMLElement | null, act: () => void): void {
  act()
  requestAnimationFrame(() => to?.focus())
}

/** Where the focus goes when a member is taken out: the next one, the one before, what stands beneath the list. */
function besides(button: HTMLElement): HTMLElement | null {
  const member = button.closest('li')
  const near =
    member?.nextElementSibling ?? member?.previousElementSibling ?? member?.parentElement?.nextElementSibling
  if (near?.matches('button')) return near
  return near?.querySelector<HTMLElement>('button, input') ?? null
}
