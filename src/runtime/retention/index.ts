/** 保存期限: how long each kind is kept, what is erased when that is over, and what is held back. */
export { holdCase, liftHold, longestHold } from './holds.js'
export type { HoldAsked } from './holds.js'
export { nightHour } from './night.js'
export { nextRetention, retain, retainSome, retainTonight } from './retain.js'
export type { Erased, ExportFolder } from './retain.js'
export { keptSince, termOf } from './terms.js'
export type { Term } from './terms.js'
