/**
 * What a diagram may name as a ground on which a limit’s clock may be stopped (bdc:mayPause): the list of 行政许可法
 * art. 45, in the law’s order. The calendar has the same list; a test holds them together.
 */
export const pauseWords = [
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expertReview',
] as const

/** How a limit may be given another day (bdc:mayExtend): 阶段性答复, and no other way. */
export const extendWords = ['interimReply'] as const
