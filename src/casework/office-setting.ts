import { RETENTION } from './retention.js'

/** What the office decides for itself where the notice is silent; each within bounds that keep its sense. */
export const OFFICE_SETTINGS = {
  /** How many months a rectification is watched: the same problem within them is 疑似复发 (R9). */
  recurrenceMonths: { key: 'recurrence months', least: 1, most: 36, usual: 12 },
  /** How often a citizen who does not answer is rung up before a letter or a text is the last way (R15). */
  callTries: { key: 'call tries', least: 2, most: 9, usual: 3 },
  /** On how many different days; more than the three working days of the notice leave no time for the letter. */
  callDays: { key: 'call days', least: 1, most: 3, usual: 2 },
  /**
   * Within how many working days a citizen's request about their own data is answered: promptly, says PIPL art. 50; the
   * rules on apps of 2019 (国信办秘字〔2019〕191号, 六) say within fifteen working days, and no longer is allowed here.
   */
  privacyReplyDays: { key: 'privacy reply days', least: 1, most: 15, usual: 15 },
  /** How long each kind is kept (see `retention.ts`). What is usual there is to be confirmed by the office. */
  keptCases: RETENTION.cases,
  keptConsultations: RETENTION.consultations,
  keptLooks: RETENTION.looks,
  keptAccesses: RETENTION.accesses,
  keptNotices: RETENTION.notices,
} as const

export type OfficeSetting = keyof typeof OFFICE_SETTINGS

/** The number that was typed, or null when it is none within the bounds. */
export function readOfficeSetting(name: OfficeSetting, typed: string): number | null {
  const { least, most } = OFFICE_SETTINGS[name]
  const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
  return number >= least && number <= most ? number : null
}
