import { useEffect, useRef, useState } from '@bpmn-io/properties-panel/preact/hooks'

/** How long somebody may stop typing before it counts, in milliseconds. */
const pause = 600

interface Typing {
  readonly typed: string
  readonly onInput: (event: Event) => void
  readonly onBlur: () => void
}

/**
 * What is typed, handed on after a pause, on leaving the field and when the field goes away: one step to undo for a word,
 * not for a letter, and none is lost. What changes elsewhere meanwhile (undo) shows at once.
 */
export function useTyped(value: string, commit: (typed: string) => void): Typing {
  const [typed, setTyped] = useState(value)
  const waiting = useRef<{ timer: number; typed: string } | null>(null)
  const latest = useRef({ value, commit })
  latest.current = { value, commit }

  const flush = () => {
    const pending = waiting.current
    if (!pending) return
    window.clearTimeout(pending.timer)
    waiting.current = null
    if (pending.typed !== latest.current.value) latest.current.commit(pending.typed)
  }
  useEffect(() => {
    if (!waiting.current) setTyped(value)
  }, [value])
  useEffect(() => flush, [])

  return {
    typed,
    onInput: ({ target }) => {
      const { value: now } = target as HTMLInputElement
      setTyped(now)
      if (waiting.current) window.clearTimeout(waiting.current.timer)
      waiting.current = { typed: now, timer: window.setTimeout(flush, pause) }
    },
    onBlur: flush,
  }
}
