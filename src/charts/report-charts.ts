import type { EChartsCoreOption } from 'echarts/core'
import { figureLabel } from '../casework/report/definitions.js'
import type { QuarterFigures } from '../casework/report/quarter-figures.js'
import { percent, type Rate } from '../casework/report/rate.js'
import { text } from '../catalogue/index.js'
import { barsAcross, boxes, linesOf, pareto, shares } from './options.js'

/** The charts of a report, in the order in which they are shown. */
export const REPORT_CHARTS = ['trend', 'causes', 'onTime', 'steps', 'places', 'recurrences'] as const

export type ReportChartName = (typeof REPORT_CHARTS)[number]

/** A chart: what it draws, and the same as a table for who cannot see it or would rather read numbers. */
export interface ReportChart {
  readonly name: ReportChartName
  readonly title: string
  readonly option: EChartsCoreOption
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
}

/** What charts are drawn from; figures frozen before there were charts know no series. */
type Figures = Pick<QuarterFigures, 'quarter' | 'counts' | 'rates' | 'by' | 'against' | 'series'>

/** The charts of a report that have something to show. */
export function reportCharts(figures: Figures): ReportChart[] {
  return REPORT_CHARTS.flatMap(name => {
    const drawn = chartOf[name](figures)
    return drawn === null ? [] : [{ name, title: text(`chart.${name}`), ...drawn }]
  })
}

type Drawn = Pick<ReportChart, 'option' | 'table'> | null

const chartOf: Readonly<Record<ReportChartName, (figures: Figures) => Drawn>> = {
  trend: ({ series }) => {
    const months = series?.months ?? []
    if (!months.some(({ received, closed }) => received + closed > 0)) return null
    const names = months.map(({ month }) => monthName(month))
    const lines = (['received', 'closed'] as const).map(key => ({
      name: figureLabel(key),
      values: months.map(month => month[key]),
    }))
    return {
      option: linesOf(names, lines, text('chart.unit.cases')),
      table: {
        columns: [text('chart.month'), ...lines.map(({ name }) => name)],
        rows: names.map((name, index) => [name, ...lines.map(({ values }) => String(values[index]))]),
      },
    }
  },

  causes: ({ by }) => {
    const known = by.cause.filter(({ key, received }) => key !== null && received > 0)
    const total = known.reduce((sum, { received }) => sum + received, 0)
    if (total === 0) return null
    let sum = 0
    const rows = known.map(({ label, received }) => {
      sum += received
      return { label, received, upTo: { numerator: sum, denominator: total, rate: sum / total } }
    })
    return {
      option: pareto(
        rows.map(({ label }) => label.slice(0, 2)),
        { name: figureLabel('received'), values: rows.map(({ received }) => received) },
        { name: text('chart.upTo'), values: rows.map(({ upTo }) => tenths(upTo)) },
      ),
      table: {
        columns: [text('chart.cause'), figureLabel('received'), text('chart.upTo')],
        rows: rows.map(({ label, received, upTo }) => [label, String(received), percent(upTo)]),
      },
    }
  },

  onTime: ({ rates, against }) => {
    const quarters = [
      { name: text('chart.yearBefore'), rates: against?.yearBefore?.rates },
      { name: text('chart.previous'), rates: against?.previous?.rates },
      { name: text('chart.now'), rates },
    ].flatMap(one => (one.rates ? [{ name: one.name, rates: one.rates }] : []))
    const both = ['phoneReplyOnTime', 'feedbackOnTime'] as const
    if (!both.some(key => rates[key].denominator > 0)) return null
    return {
      option: shares(
        quarters.map(({ name }) => name),
        both.map(key => ({
          name: figureLabel(key),
          values: quarters.map(one => (one.rates[key].rate === null ? null : tenths(one.rates[key]))),
        })),
      ),
      table: {
        columns: [text('chart.quarter'), ...both.map(figureLabel)],
        rows: quarters.map(({ name, rates: of }) => [name, ...both.map(key => inFull(of[key]))]),
      },
    }
  },

  steps: ({ series }) => {
    const steps = series?.steps ?? []
    if (steps.length === 0) return null
    const five = ['lowest', 'lower', 'median', 'upper', 'highest'] as const
    return {
      option: boxes(
        steps.map(({ name }) => name),
        steps.map(step => five.map(key => step[key])),
        text('chart.unit.hours'),
      ),
      table: {
        columns: [text('chart.step'), text('chart.times'), ...five.map(key => text(`chart.${key}`))],
        rows: steps.map(step => [step.name, String(step.count), ...five.map(key => String(step[key]))]),
      },
    }
  },

  places: ({ by }) => {
    const places = by.place.filter(({ received }) => received > 0)
    if (places.length === 0) return null
    return {
      option: barsAcross(
        places.map(({ label }) => label),
        { name: figureLabel('received'), values: places.map(({ received }) => received) },
      ),
      table: {
        columns: [text('report.by.place.column'), figureLabel('received')],
        rows: places.map(({ label, received }) => [label, String(received)]),
      },
    }
  },

  recurrences: ({ counts }) => {
    const keys = [
      'rectificationsWatched',
      'rectificationsAccepted',
      'recurrencesSuspected',
      'recurrencesConfirmed',
    ] as const
    // figures frozen by an earlier version do not know all of these
    const known: Partial<typeof counts> = counts
    const numbers = keys.map(key => known[key] ?? 0)
    if (numbers.every(number => number === 0)) return null
    const names = keys.map(figureLabel)
    return {
      option: barsAcross(names, {
        name: text('chart.recurrences'),
        values: numbers,
      }),
      table: {
        columns: [text('report.all.figure'), text('chart.unit.count')],
        rows: names.map((name, index) => [name, String(numbers[index])]),
      },
    }
  },
}

/** 2026年4月 */
function monthName(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return text('chart.monthName', { year, number })
}

function tenths({ rate }: Rate): number {
  return Math.round((rate ?? 0) * 1000) / 10
}

function inFull(rate: Rate): string {
  return rate.rate === null ? percent(rate) : text('chart.rate', { ...rate, percent: percent(rate) })
}
