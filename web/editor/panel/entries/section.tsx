import { PropertiesPanelContext, useLayoutState } from '@bpmn-io/properties-panel'
import type { ComponentChildren } from '@bpmn-io/properties-panel/preact'
import { useContext } from '@bpmn-io/properties-panel/preact/hooks'
import { Icon } from './icon'

/** A group of entries under a heading that opens and closes; the panel remembers which are open from element to element. */
export function Section({
  id,
  title,
  count,
  closed = false,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly count?: number | undefined
  /** closed until somebody opens it */
  readonly closed?: boolean
  readonly children: ComponentChildren
}) {
  const [open, setOpen] = useLayoutState(['groups', id, 'open'], !closed)
  const context = useContext(PropertiesPanelContext)
  const body = `panel-group-${id}`
  return (
    <section class="panel-group" data-group-id={id}>
      <h3 class="panel-group-title">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={body}
          onClick={() => {
            setOpen(!open)
          }}
        >
          <Icon name={open ? 'down' : 'open'} />
          <span>{title}</span>
          {count !== undefined && count > 0 && <span class="panel-count">{count}</span>}
        </button>
      </h3>
      <div class="panel-group-body" id={body} hidden={!open}>
        <PropertiesPanelContext.Provider
          value={{
            ...context,
            onShow: () => {
              setOpen(true)
            },
          }}
        >
          {children}
        </PropertiesPanelContext.Provider>
      </div>
    </section>
  )
}
