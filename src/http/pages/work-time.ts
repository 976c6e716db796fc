import { text } from '../../catalogue/index.js'

/** 45分钟, 4.5小时, 2.3个工作日 */
export function timeWords(milliseconds: number, dayLength: number): string {
  const [minute, hour] = [60_000, 3_600_000]
  if (milliseconds < hour) return text('watch.time.minutes', { count: Math.round(milliseconds / minute) })
  return milliseconds < dayLength
    ? text('watch.time.hours', { count: toTenths(milliseconds / hour) })
    : text('watch.time.days', { count: toTenths(milliseconds / dayLength) })
}

function toTenths(value: number): number {
  return Number(value.toFixed(1))
}
