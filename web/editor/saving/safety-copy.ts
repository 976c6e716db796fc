/** What only this browser has, and the revision it began from. */
export interface Copy {
  readonly xml: string
  readonly revision: number
}

/** A copy that an earlier visit, or another tab, has left. */
export interface LeftCopy extends Copy {
  forget(): void
}

/** Kept in this browser from the first stroke until the server has it: for a broken line, a crash, a closed lid. */
export interface SafetyCopies {
  keep(copy: Copy): void
  forget(): void
  left(): readonly LeftCopy[]
}

/**
 * A place of its own for each opened page: what one tab has saved must not take away what another could not. A browser
 * that keeps nothing (private windows, full storage) is no reason to stop drawing.
 */
export function safetyCopies(key: string): SafetyCopies {
  const all = `bdc-diagram:${key}:`
  const own = all + Math.random().toString(36).slice(2)
  const forget = (name: string) => {
    quietly(() => {
      localStorage.removeItem(name)
    })
  }
  return {
    keep(copy) {
      quietly(() => {
        localStorage.setItem(own, JSON.stringify(copy))
      })
    },
    forget: () => {
      forget(own)
    },
    left: () =>
      (quietly(() => Object.keys(localStorage)) ?? [])
        .filter(name => name.startsWith(all) && name !== own)
        .flatMap(name => {
          const copy = quietly(() => read(localStorage.getItem(name)))
          return copy
            ? [
                {
                  ...copy,
                  forget: () => {
                    forget(name)
                  },
                },
              ]
            : []
        }),
  }
}

function read(json: string | null): Copy | null {
  const { xml, revision } = JSON.parse(json ?? '{}') as Partial<Record<string, unknown>>
  return typeof xml === 'string' && typeof revision === 'number' ? { xml, revision } : null
}

function quietly<Value>(act: () => Value): Value | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
