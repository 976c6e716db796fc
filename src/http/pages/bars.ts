/** The model of the partial `bars`: a small chart, one bar a month; its numbers stand beside it for who hears the page. */
export interface BarsModel {
  readonly label: string
  readonly width: number
  readonly height: number
  readonly bars: readonly {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
    /** 2026年4月：3件 */
    readonly title: string
  }[]
}

const height = 32
const step = 8
const gap = 2

/** Bars in the order of the values, the highest as high as the chart; what is none is a line on the ground. */
export function bars(
  label: string,
  values: readonly { readonly title: string; readonly count: number }[],
): BarsModel {
  const most = Math.max(1, ...values.map(({ count }) => count))
  return {
    label,
    width: values.length * step,
    height,
    bars: values.map(({ title, count }, index) => {
      const high = count === 0 ? 1 : Math.max(2, Math.round((count / most) * height))
      return { x: index * step, y: height - high, width: step - gap, height: high, title }
    }),
  }
}
