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
  const button = (word: string, icon: string, off: boolean, act: () => void) => (
    <button
      type="button"
      class="panel-icon-button"
      aria-label={words(`${word}Of`, { name })}
      title={words(word)}
      // disabled buttons lose the focus, and who moves a field to the end would have to look for it
      aria-disabled={off}
      onClick={() => {
        if (!off) act()
      }}
    >
      <Icon name={icon} />
    </button>
  )
  return (
    <span class="panel-mover">
      {button('up', 'move-up', first, () => onMove(-1))}
      {button('down', 'move-down', last, () => onMove(1))}
      {button('remove', 'remove', false, onRemove)}
    </span>
  )
}
