import { formatDate, formatInstant, localDateOf } from '../../calendar/index.js'
import { OUTCOMES } from '../../casework/outcome.js'
import { labelOf } from '../../casework/choice.js'
import { PROMISES, VERDICTS } from '../../casework/verdict.js'
import { text } from '../../catalogue/index.js'
import type { CaseOutcome } from './outcome.js'
import type { Happening } from './plan.js'
import type { Summary } from './summary.js'

/** A case of a simulation in words, a line each. */
export function caseLines(one: CaseOutcome): string[] {
  const number = one.number ?? text('cli.simulate.noNumber')
  const limits = one.deadlines.filter(({ kind, result }) => kind === 'statutory' || result === 'missed')
  return [
    text('cli.simulate.case', { no: one.no, number, item: one.item }),
    ...(one.path.length === 0
      ? []
      : [text('cli.simulate.path', { path: one.path.map(({ name }) => name).join(' → ') })]),
    ...limits.map(limitLine),
    ...one.cards.map(({ level, name, at }) =>
      text('cli.simulate.card', {
        level: text(`cli.simulate.card.${level}`),
        instant: formatInstant(at),
        name,
      }),
    ),
    ...(one.end === 'refused' ? [] : one.troubles.map(what => text('cli.simulate.trouble', { what }))),
    text('cli.simulate.end', { what: endOf(one) }),
  ]
}

/** The end of a simulation in words. */
export function summaryLines(summary: Summary): string[] {
  const endings = summary.endings
    .map(({ ending, count }) => text('cli.simulate.total.ending', { ending, count }))
    .join('，')
  return [
    text('cli.simulate.total', { cases: summary.cases, endings }),
    ...PROMISES.map(({ value, label }) =>
      text('cli.simulate.total.promise', { promise: label, ...summary.promises[value] }),
    ),
    text('cli.simulate.total.cards', { ...summary }),
    text('cli.simulate.total.time', {
      from: formatDate(localDateOf(summary.from)),
      to: formatDate(localDateOf(summary.to)),
      seconds: summary.seconds.toFixed(1),
    }),
  ]
}

/** What happens, as it happens. */
export function happeningLine(happening: Happening): string {
  const number = 'number' in happening ? happening.number : text('cli.simulate.noNumber')
  return text('cli.simulate.event', {
    instant: formatInstant(happening.at),
    number,
    what: text(`cli.simulate.event.${happening.kind}`, { ...happening }),
  })
}

function limitLine({ kind, name, dueOn, provisional, result }: CaseOutcome['deadlines'][number]): string {
  const date = formatDate(dueOn)
  return text(kind === 'statutory' ? 'cli.simulate.deadline' : 'cli.simulate.deadline.internal', {
    name,
    day: provisional ? text('cli.simulate.day.provisional', { day: date }) : date,
    result: text(`cli.simulate.${result}`),
  })
}

/** 归档，B 责任在部门，已办成，2026年5月8日（周五） */
function endOf({ end, ending, troubles, standsAt, verdict, outcome, endedAt }: CaseOutcome): string {
  if (end === 'consultation') return text('cli.simulate.end.consultation')
  if (end === 'refused') return text('cli.simulate.end.refused', { reason: troubles.join(' ') })
  if (end === null)
    return text('cli.simulate.end.stuck', { where: standsAt.join('、') || text('cli.simulate.none') })
  const said = [
    ending ?? end,
    ...(verdict === null ? [] : [labelOf(VERDICTS, verdict)]),
    ...(outcome === null ? [] : [labelOf(OUTCOMES, outcome)]),
    ...(endedAt === null ? [] : [formatDate(localDateOf(endedAt))]),
  ]
  return [...new Set(said)].join('，')
}
