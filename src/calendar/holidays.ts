import type { LocalDate } from './local-date.js'

/** A holiday of the whole nation, and what is usual of it. */
export interface Holiday {
  /** the sign by which its name is known: 国庆节, 国庆、中秋 */
  readonly sign: string
  readonly name: string
  /** how many days of rest it has in the nation’s arrangement, weekend days among them: as from 2021 to 2026, and by law */
  readonly usual: readonly [least: number, most: number]
  /** the days of the year that are off by law whatever is arranged: `10-01` */
  readonly fixed: readonly string[]
}

/** The seven, in the order of the year: 全国年节及纪念日放假办法（国务院令第795号）第二条. */
export const nationalHolidays: readonly Holiday[] = [
  { sign: '元旦', name: '元旦', usual: [1, 4], fixed: ['01-01'] },
  { sign: '春节', name: '春节', usual: [7, 9], fixed: [] },
  { sign: '清明', name: '清明节', usual: [1, 4], fixed: [] },
  { sign: '劳动', name: '劳动节', usual: [3, 5], fixed: ['05-01'] },
  { sign: '端午', name: '端午节', usual: [1, 4], fixed: [] },
  { sign: '中秋', name: '中秋节', usual: [1, 4], fixed: [] },
  { sign: '国庆', name: '国庆节', usual: [7, 8], fixed: ['10-01', '10-02', '10-03'] },
]

/** 壮族三月三: 广西壮族自治区少数民族习惯节日放假办法 gives two days; the weekend may be named with them. */
export const guangxiHoliday: Holiday = { sign: '三月三', name: '壮族三月三', usual: [2, 4], fixed: [] }

/**
 * How many weekdays off the law gives beyond those that are made up for on a weekend: eleven days of holiday, and
 * thirteen from 2025 on, when New Year’s Eve and the second of May were added.
 */
export function holidaysByLaw(year: number): number {
  return year < 2025 ? 11 : 13
}

/** The days of this year on which this holiday is off by law. */
export function fixedDays({ fixed }: Holiday, year: number): LocalDate[] {
  return fixed.map(day => `${year}-${day}`)
}
