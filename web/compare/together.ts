import type { Side } from './side'

/** What is done with both diagrams at once. */
export interface Together {
  readonly fit: () => void
  readonly zoom: (factor: number) => void
  /** Brings an element into the middle of both, of the side that has it where one has it not. */
  readonly show: (id: string) => void
}

/** Whoever moves one side moves the other: what stands at the same place stays beside it. */
export function together(sides: readonly Side[]): Together {
  let isFollowing = false
  const follow = (leader: Side) => {
    if (isFollowing) return
    isFollowing = true
    for (const side of sides) if (side !== leader) side.moveTo(leader.place())
    isFollowing = false
  }
  for (const side of sides) side.onMoved(() => follow(side))
  const [first] = sides

  return {
    fit: () => first?.fit(),
    zoom: factor => first?.zoom(factor),
    show(id) {
      const at = sides.map(side => side.middleOf(id)).find(middle => middle !== null)
      if (!first || !at) return
      first.show(at)
      for (const side of sides) side.find(id)
    },
  }
}
