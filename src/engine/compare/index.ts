export { compareDiagrams } from './compare.js'
export { mirrored } from './change.js'
export type { Aspect, Change, Comparison, NamedElement, Part, Value } from './change.js'
