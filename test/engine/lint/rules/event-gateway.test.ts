import { end, flow, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const message = node(
  'intermediateCatchEvent',
  'M1',
  'name="撤回"',
  '<bpmn:messageEventDefinition messageRef="M"/>',
)
const wait = node('intermediateCatchEvent', 'T1', 'name="三天"', timer('P3D'))
const around = (inside: string) => ({
  body:
    start() +
    node('eventBasedGateway', 'G', 'name="等待"') +
    message +
    wait +
    end() +
    flow('Start', 'G') +
    flows('M1', 'End') +
    flows('T1', 'End') +
    inside,
  roots: '<bpmn:message id="M" name="withdraw"/>',
})

testRule('event-gateway', {
  valid: {
    'a message or a time': around(flow('G', 'M1') + flow('G', 'T1')),
    'a receive task': around(
      flow('G', 'T1') + node('receiveTask', 'R', 'messageRef="M"') + flows('G', 'R', 'End'),
    ),
  },
  invalid: {
    'only one event': { example: around(flow('G', 'M1')), at: 'G', says: ['等待', '两个'] },
    'a user task': {
      example: around(flow('G', 'M1') + task('A') + flows('G', 'A', 'End')),
      at: 'A',
      says: ['用户任务『A』', '等待', '中间事件'],
    },
    'a gateway': {
      example: around(flow('G', 'M1') + node('exclusiveGateway', 'X') + flows('G', 'X', 'End')),
      at: 'X',
      says: ['排他网关（X）', '中间事件'],
    },
    'an event that is come to in another way too': {
      example: around(flow('G', 'M1') + flow('G', 'T1') + task('A') + flows('Start', 'A', 'T1')),
      at: 'T1',
      says: ['三天', '别的路线'],
    },
  },
})
