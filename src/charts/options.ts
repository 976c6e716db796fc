import type { EChartsCoreOption } from 'echarts/core'

/** A row of values under a name. */
export interface Values<T = number> {
  readonly name: string
  readonly values: readonly T[]
}

/*
 * Two inks, far enough apart in lightness to be told apart in grey print; lines differ in stroke and mark as well.
 */
const dark = '#0e5a5f'
const light = '#9cc4c2'
const ink = '#344054'
const rule = '#d0d5dd'
// without quotation marks: the renderer writes it into an attribute as it is
const fontFamily = 'Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif'

const frame: EChartsCoreOption = {
  animation: false,
  backgroundColor: '#ffffff',
  textStyle: { fontFamily, color: ink, fontSize: 13 },
  color: [dark, light],
}
const words = { color: ink, fontSize: 13, fontFamily }
const grid = {
  left: 12,
  right: 24,
  top: 44,
  bottom: 12,
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
}
const legend = { top: 4, left: 'center', itemWidth: 22, textStyle: words }
const category = (names: readonly string[]) => ({
  type: 'category',
  data: [...names],
  axisLabel: { ...words, hideOverlap: true },
  axisLine: { lineStyle: { color: ink } },
  axisTick: { show: false },
})
/** Lying bars: none of the names may be left out. */
const each = (names: readonly string[]) => ({
  ...category(names),
  inverse: true,
  axisLabel: { ...words, interval: 0 },
})
const count = (name = '') => ({
  type: 'value',
  name,
  nameTextStyle: words,
  minInterval: 1,
  axisLabel: words,
  splitLine: { lineStyle: { color: rule } },
})
const percentage = { ...count('%'), min: 0, max: 100 }
const label = { show: true, ...words }

/** A nought stands on the axis; written out it would stand in its names. */
function unlessNone({ value }: { readonly value: number }): string {
  return value === 0 ? '' : String(value)
}

/** One line a row, over time. */
export function linesOf(names: readonly string[], rows: readonly Values[], unit: string): EChartsCoreOption {
  return {
    ...frame,
    grid,
    legend,
    xAxis: { ...category(names.map(name => name.replace(/^\d+年/, ''))) },
    yAxis: count(unit),
    series: rows.map(({ name, values }, index) => ({
      type: 'line',
      name,
      data: [...values],
      symbol: index === 0 ? 'circle' : 'rect',
      symbolSize: 8,
      lineStyle: { width: 2.5, type: index === 0 ? 'solid' : 'dashed' },
      label: { ...label, formatter: unlessNone, position: index === 0 ? 'top' : 'bottom' },
    })),
  }
}

/** Bars from the most to the fewest, and how much they are together up to each. */
export function pareto(names: readonly string[], bars: Values, upTo: Values): EChartsCoreOption {
  return {
    ...frame,
    grid,
    legend,
    xAxis: category(names),
    yAxis: [count(), { ...percentage, splitLine: { show: false } }],
    series: [
      {
        type: 'bar',
        name: bars.name,
        data: [...bars.values],
        barMaxWidth: 44,
        itemStyle: { color: light },
        label: { ...label, position: 'top' },
      },
      {
        type: 'line',
        name: upTo.name,
        yAxisIndex: 1,
        data: [...upTo.values],
        itemStyle: { color: dark },
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { width: 2.5 },
      },
    ],
  }
}

/** Shares in percent side by side; a quarter without anything due has no bar. */
export function shares(names: readonly string[], rows: readonly Values<number | null>[]): EChartsCoreOption {
  return {
    ...frame,
    grid,
    legend,
    xAxis: category(names),
    yAxis: percentage,
    series: rows.map(({ name, values }) => ({
      type: 'bar',
      name,
      data: values.map(value => value ?? '-'),
      barMaxWidth: 52,
      label: { ...label, position: 'top', formatter: '{c}%' },
    })),
  }
}

/** Lowest, lower quartile, median, upper quartile and highest of each; long names stand beside lying boxes. */
export function boxes(
  names: readonly string[],
  five: readonly (readonly number[])[],
  unit: string,
): EChartsCoreOption {
  return {
    ...frame,
    grid: { ...grid, top: 12, right: 56 },
    yAxis: each(names),
    xAxis: { ...count(unit), minInterval: undefined },
    series: [
      {
        type: 'boxplot',
        data: five.map(values => [...values]),
        itemStyle: { color: light, borderColor: dark, borderWidth: 2 },
      },
    ],
  }
}

/** Lying bars, in the order given. */
export function barsAcross(names: readonly string[], bars: Values): EChartsCoreOption {
  return {
    ...frame,
    grid: { ...grid, top: 12, right: 48 },
    yAxis: each(names),
    xAxis: count(),
    series: [
      {
        type: 'bar',
        name: bars.name,
        data: [...bars.values],
        barMaxWidth: 26,
        itemStyle: { color: dark },
        label: { ...label, position: 'right' },
      },
    ],
  }
}
