import type { FixMaker } from '../fix'

/** A name can only be thought of by a person: the fix opens the place to write it. */
export const nameFix: FixMaker = ({ elementId }, { find, rename, words }) => {
  const shape = find(elementId)
  if (!shape) return undefined
  return {
    label: words('fix.name'),
    apply: () => {
      rename(shape)
    },
  }
}
