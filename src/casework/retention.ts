/** How long something is kept: a number of whole years, months or days. */
export type RetentionUnit = 'years' | 'months' | 'days'

/** One kind of what lies in the house, and how long it may. Its words are `retention.<kind>.*` in the catalogue. */
export interface RetentionRule {
  readonly unit: RetentionUnit
  /** the least that the law allows, or that the work needs */
  readonly least: number
  readonly most: number
  /** until the office has decided: on the careful side, because what is erased does not come back */
  readonly usual: number
  /** where the office’s own decision is kept; none for what the house itself fixes */
  readonly key?: string
}

/**
 * 保存期限, kind by kind, in the order in which the night goes over them. Each counts from the instant that its words
 * name; what has lain longer is erased or removed. Where the bounds come from stands in `retention.<kind>.source`.
 */
export const RETENTION = {
  /** what a closed case says of people, from its closing */
  cases: { unit: 'years', least: 3, most: 30, usual: 10, key: 'retention cases years' },
  /** the words of plain questions, from the answer */
  consultations: { unit: 'years', least: 1, most: 30, usual: 3, key: 'retention consultations years' },
  /** why somebody looked at personal data, from the look (个人信息保护法第五十六条) */
  looks: { unit: 'years', least: 3, most: 30, usual: 3, key: 'retention looks years' },
  /** where a sign-in came from and what was searched, from then (网络安全法第二十三条, 第二十一条 until 2025) */
  accesses: { unit: 'months', least: 6, most: 120, usual: 12, key: 'retention accesses months' },
  /** 提醒, from when it was told */
  notices: { unit: 'months', least: 3, most: 60, usual: 12, key: 'retention notices months' },
  /** files of reports that were never sent, from when they came */
  uploads: { unit: 'days', least: 2, most: 2, usual: 2 },
  /** large exports that wait to be fetched, from when they were written */
  exports: { unit: 'days', least: 7, most: 7, usual: 7 },
  /** sign-ins that have run out, from their end */
  sessions: { unit: 'days', least: 1, most: 1, usual: 1 },
} as const satisfies Readonly<Record<string, RetentionRule>>

export type RetentionKind = keyof typeof RETENTION

export const retentionKinds = Object.keys(RETENTION) as RetentionKind[]

/** By what a case’s personal data was erased: its time was over, or its citizen asked for it (个人信息保护法第四十七条). */
export const ERASURE_RULES = ['cases', 'request'] as const
export type ErasureRule = (typeof ERASURE_RULES)[number]

/** Why a case is left alone although its time is over. */
export const KEPT_REASONS = ['open', 'held', 'asked', 'working', 'joined'] as const
export type KeptReason = (typeof KEPT_REASONS)[number]
