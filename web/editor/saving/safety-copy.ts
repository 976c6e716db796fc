/** What only this browser has, and the revision it began from. */
export interface Copy {
  readonly xml: string
  readonly revision: number
}

/** Kept in this browser from the first stroke until the server has it: for a broken line, a crash, a closed lid. */
export interface SafetyCopy {
  keep(copy: Copy): void
  find(): Copy | null
  forget(): void
}

/** A browser that keeps nothing (private windows, full storage) is no reason to stop drawing. */
export function safetyCopy(key: string): SafetyCopy {
  const name = `bdc-diagram:${key}`
  return {
    keep(copy) {
      quietly(() => {
        localStorage.setItem(name, JSON.stringify(copy))
      })
    },
    find: () => quietly(() => read(localStorage.getItem(name))) ?? null,
    forget() {
      quietly(() => {
        localStorage.removeItem(name)
      })
    },
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
