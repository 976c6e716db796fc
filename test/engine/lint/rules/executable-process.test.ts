import { diagram, end, flows, start } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const body = start() + end() + flows('Start', 'End')
const second = (executable: boolean) =>
  `<bpmn:process id="q" name="第二个" isExecutable="${executable}"><bpmn:startEvent id="S2"/></bpmn:process>`

testRule('executable-process', {
  valid: {
    'one executable process': body,
    'a second process that is only drawn': { body, roots: second(false) },
    'pools, one of which is empty': {
      body,
      roots:
        '<bpmn:collaboration id="C"><bpmn:participant id="P1" name="政管办" processRef="p"/><bpmn:participant id="P2" name="群众"/></bpmn:collaboration>',
    },
  },
  invalid: {
    'a process that is not executable': {
      example: { body, attributes: '' },
      at: 'p',
      says: ['测试流程', '勾选'],
    },
    'two executable processes': {
      example: { body, roots: second(true) },
      at: 'p',
      says: ['测试流程', '只保留一个'],
    },
    'a file without a process': {
      example: diagram('').replace(/<bpmn:process[^]*<\/bpmn:process>/, ''),
      at: 'Definitions_1',
      says: ['没有流程', '画出流程'],
    },
  },
})
