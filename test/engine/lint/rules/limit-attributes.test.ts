import { boundary, end, flows, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const limit = (attributes: string, duration = 'P3D') =>
  start() +
  task('A') +
  boundary('T', 'A', timer(duration, attributes), false).replace('id="T"', 'id="T" name="电话答复到期"') +
  end() +
  flows('Start', 'A', 'End')
const refused = (attributes: string, ...says: string[]) => ({
  example: limit(attributes),
  at: 'T',
  says: ['电话答复到期', ...says],
})

testRule('limit-attributes', {
  valid: {
    'a limit of the notice': limit(
      'bdc:calendar="workdays" bdc:kind="statutory" bdc:warnBefore="P1D" bdc:from="causeConfirmedAt" bdc:paragraph="三(三)" bdc:promise="phoneReply"',
    ),
    'an internal limit in calendar days': limit('bdc:calendar="days" bdc:kind="internal"'),
    'a timer that says nothing more': limit(''),
    'a warning hours before': limit('bdc:warnBefore="PT2H"', 'PT4H'),
    'a clock that may be stopped, and another day that may be given': limit(
      'bdc:mayPause="hearing tender auction inspection testing quarantine appraisal expertReview" bdc:mayExtend="interimReply"',
    ),
    'a limit in FEEL that may be stopped': limit('bdc:mayPause="testing"', '=limit'),
    'a warning in the morning of the last day': limit('bdc:calendar="workdays" bdc:warnBefore="P0D"', 'P1D'),
    'cards for the assignee and a role': limit('bdc:warn="assignee supervisor"'),
    'a warning before a limit in FEEL': limit('bdc:warnBefore="P1D"', '=limit'),
  },
  invalid: {
    'an unknown calendar': refused('bdc:calendar="workday"', '“workday”', '工作日（workdays）'),
    'an unknown kind': refused('bdc:kind="legal"', '“legal”', '法定（statutory）'),
    'a beginning that is no fact': refused(
      'bdc:from="cause confirmed"',
      '“cause confirmed”',
      'causeConfirmedAt',
    ),
    'a warning in words': refused('bdc:warnBefore="1天"', '“1天”', 'P1D'),
    'a warning of a month': refused('bdc:warnBefore="P1M"', '“P1M”', 'P1D'),
    'a ground that is not in the law': refused(
      'bdc:mayPause="testing holiday"',
      '“holiday”',
      '行政许可法第四十五条',
      'expertReview',
    ),
    'another way to another day': refused('bdc:mayExtend="always"', '“always”', 'interimReply'),
    'a limit of hours that may be stopped': {
      example: limit('bdc:mayPause="testing"', 'PT4H'),
      at: 'T',
      says: ['不是按天计算', 'P10D'],
    },
    'a limit of hours that may be given another day': {
      example: limit('bdc:mayExtend="interimReply"', 'PT4H'),
      at: 'T',
      says: ['不是按天计算'],
    },
    'hours before a limit of working days': refused(
      'bdc:calendar="workdays" bdc:warnBefore="PT4H"',
      '“PT4H”',
      'P0D（最后一天上班时）',
    ),
    'weeks before a limit of working days': {
      example: limit('bdc:calendar="workdays" bdc:warnBefore="P1W"', 'P10D'),
      at: 'T',
      says: ['“P1W”', 'P1D'],
    },
    'the morning of a limit of hours': {
      example: limit('bdc:warnBefore="P0D"', 'PT4H'),
      at: 'T',
      says: ['“P0D”', 'P1D'],
    },
    'cards for nobody that there is': refused('bdc:warn="assignee boss"', '“assignee boss”', 'supervisor'),
    'a warning as long as the limit': refused('bdc:warnBefore="P3D"', '“P3D”', '改短'),
  },
})
