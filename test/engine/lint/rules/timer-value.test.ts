import { boundary, end, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const limit = (definition: string) =>
  start() +
  task('A') +
  boundary('T', 'A', definition, false).replace('id="T"', 'id="T" name="答复到期"') +
  end() +
  flows('Start', 'A', 'End')
const refused = (definition: string, ...says: string[]) => ({
  example: limit(definition),
  at: 'T',
  says: ['答复到期', ...says],
})
const starting = (value: string) =>
  node('startEvent', 'S', 'name="每季度"', timer(value, 'bdc:calendar="workdays"', 'timeCycle')) +
  end() +
  flows('S', 'End')

testRule('timer-value', {
  valid: {
    'working days': limit(timer('P3D', 'bdc:calendar="workdays"')),
    'hours on the clock': limit(timer('PT4H')),
    weeks: limit(timer('P2W')),
    'days and hours': limit(timer('P1DT12H')),
    'an instant': limit(timer('2026-07-01T08:30:00+08:00', '', 'timeDate')),
    'FEEL that says when': limit(timer('=duration("P" + string(days) + "D")')),
    'a quarter from a given day': starting('R/2021-07-01T08:30:00+08:00/P3M'),
    'a number of rounds': starting('R4/2021-07-01T08:30:00Z/PT24H'),
    'an event without a timer': start() + end() + flows('Start', 'End'),
  },
  invalid: {
    'a timer without a value': refused('<bpmn:timerEventDefinition/>', '没有写时限', 'P3D'),
    'a timer with an empty value': refused(timer('  '), '没有写时限'),
    'a duration in words': refused(timer('3天'), '“3天”', 'P3D'),
    'a duration that forgets the P': refused(timer('3D'), '“3D”', 'P3D'),
    'a fraction of a day': refused(timer('P0.5D'), '“P0.5D”'),
    'no time at all': refused(timer('P0D'), '零'),
    months: refused(timer('P1M', 'bdc:calendar="workdays"'), '年或月', 'P30D'),
    years: refused(timer('P1Y'), '年或月'),
    'a hundred years': refused(timer('P36500D'), '十年'),
    'half a working day': refused(timer('PT4H', 'bdc:calendar="workdays"'), '整天', 'P3D'),
    'weeks of working days': refused(timer('P1W', 'bdc:calendar="workdays"'), '整天'),
    'a date without a time': refused(timer('2026-07-01', '', 'timeDate'), '2026-07-01T08:30:00+08:00'),
    'a day that does not exist': refused(timer('2026-02-30T08:30:00+08:00', '', 'timeDate'), '“2026-02-30'),
    'an expression of another language': refused(timer('${days}'), 'P3D'),
    'two values at once': refused(
      '<bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">2026-07-01T08:30:00Z</bpmn:timeDate><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration></bpmn:timerEventDefinition>',
      '只保留',
    ),
    'a cycle without a beginning': { example: starting('R3/PT1H'), at: 'S', says: ['每季度', 'R/2021'] },
    'a cron expression': { example: starting('0 0 9-17 * * MON-FRI'), at: 'S', says: ['每季度', 'R/2021'] },
    'a cycle of seconds': {
      example: starting('R/2021-07-01T08:30:00Z/PT1S'),
      at: 'S',
      says: ['每季度', '改长'],
    },
  },
})
