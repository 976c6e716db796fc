import { boundary, end, flow, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { asks, demands, field, noting } from '../demands.js'
import { testRule } from '../rule-table.js'

const word = asks('Word', field('word'))
const blame = asks('Blame', field('blame'))
const branch =
  node('exclusiveGateway', 'G', 'name="责任在谁" default="G-End"') +
  task('A') +
  end() +
  flow('G', 'A', 'blame = "citizen"') +
  flow('G', 'End') +
  flow('A', 'End')
const whole = start() + word + blame + branch + flows('Start', 'Word', 'Blame', 'G')

testRule(
  'asked-before',
  {
    valid: {
      'the department, then the verdict, then the branch': whole,
      'another process': { body: start() + branch + flow('Start', 'G'), id: 'other' },
      'a branch by something else': start() + branch.replace('blame = ', 'channel = ') + flow('Start', 'G'),
      'a text that only mentions the fact':
        start() + branch.replace('blame = "citizen"', 'channel = "blame"') + flow('Start', 'G'),
      'a branch in a sub-process behind it':
        start() +
        word +
        blame +
        node(
          'subProcess',
          'Sub',
          '',
          start('S') +
            node('exclusiveGateway', 'G', 'default="G-E"') +
            task('A') +
            end('E') +
            flow('S', 'G') +
            flow('G', 'A', 'blame = "citizen"') +
            flow('G', 'E') +
            flow('A', 'E'),
        ) +
        end() +
        flows('Start', 'Word', 'Blame', 'Sub', 'End'),
      'what is asked in a sub-process before':
        start() +
        node(
          'subProcess',
          'Sub',
          '',
          start('S') + word + blame + end('E') + flows('S', 'Word', 'Blame', 'E'),
        ) +
        branch +
        flows('Start', 'Sub', 'G'),
      'what is asked on one of two ways that are both gone':
        start() +
        node('parallelGateway', 'F') +
        node('parallelGateway', 'J') +
        word +
        blame +
        task('B') +
        branch +
        flows('Start', 'F', 'Word', 'Blame', 'J', 'G') +
        flows('F', 'B', 'J'),
      'silence that is noted as an answer':
        whole + boundary('T', 'Word', timer('P1D') + noting('word', 'deemed')) + flow('T', 'Blame'),
      'an override with its reason':
        whole +
        boundary('T', 'Word', timer('P1D')) +
        asks('Rule', field('override')) +
        flows('T', 'Rule', 'Blame'),
      'a circle back':
        whole.replace('<bpmn:endEvent id="End" ></bpmn:endEvent>', '') +
        node('exclusiveGateway', 'End', 'default="End-Stop"') +
        end('Stop') +
        flow('End', 'Blame', 'again') +
        flow('End', 'Stop'),
    },
    invalid: {
      'a branch that nobody has decided': {
        example: start() + branch + flow('Start', 'G'),
        at: 'G',
        says: ['责任在谁', '按“责任认定”分路', '三(三)', '必填'],
      },
      'a verdict on one way only': {
        example:
          start() +
          word +
          node('exclusiveGateway', 'H', 'default="H-G"') +
          blame +
          branch +
          flows('Start', 'Word', 'H', 'G') +
          flow('H', 'Blame', 'x') +
          flow('Blame', 'G'),
        at: 'G',
        says: ['责任在谁', '有路线不经过“责任认定”'],
      },
      'a verdict that may be left out': {
        example: whole.replace(blame, asks('Blame', field('blame', ''))),
        at: 'G',
        says: ['责任在谁'],
      },
      'a verdict that is asked only sometimes': {
        example: whole.replace(
          blame,
          asks(
            'Blame',
            field(
              'blame',
              '<camunda:properties><camunda:property id="showWhen" value="x"/></camunda:properties><camunda:validation><camunda:constraint name="required"/></camunda:validation>',
            ),
          ),
        ),
        at: 'G',
        says: ['责任在谁'],
      },
      'a verdict that is skipped when it takes too long': {
        example: whole + boundary('T', 'Blame', timer('P1D')) + flow('T', 'G'),
        at: 'G',
        says: ['责任在谁'],
      },
      'a verdict without the department': {
        example: start() + blame + branch + flows('Start', 'Blame', 'G'),
        at: 'Blame',
        says: ['用户任务『Blame』', '“部门意见”或“裁定理由”', '三(二)', '先问部门'],
      },
      'silence that nobody notes': {
        example: whole + boundary('T', 'Word', timer('P1D')) + flow('T', 'Blame'),
        at: 'Blame',
        says: ['用户任务『Blame』', '部门意见'],
      },
    },
  },
  { demands },
)
