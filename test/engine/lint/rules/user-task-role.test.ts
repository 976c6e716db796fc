import { end, flows, node, start } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const given = (attributes: string) =>
  start() + node('userTask', 'A', `name="原因分析" ${attributes}`) + end() + flows('Start', 'A', 'End')

testRule('user-task-role', {
  valid: {
    'one role': given('camunda:candidateGroups="officer"'),
    'two roles': given('camunda:candidateGroups="officer, supervisor"'),
    'a person': given('camunda:assignee="li"'),
  },
  invalid: {
    nobody: { example: given(''), at: 'A', says: ['原因分析', '谁来办', '选择角色'] },
    'a blank role': {
      example: given('camunda:candidateGroups=" , "'),
      at: 'A',
      says: ['原因分析', '选择角色'],
    },
    'an unknown role': {
      example: given('camunda:candidateGroups="officer,boss"'),
      at: 'A',
      says: ['原因分析', '“boss”', 'clerk、officer'],
    },
  },
})

testRule(
  'user-task-role',
  {
    valid: { 'a role of another house': given('camunda:candidateGroups="nurse"') },
    invalid: {
      'a role that the house does not have': {
        example: given('camunda:candidateGroups="officer"'),
        at: 'A',
        says: ['原因分析', '“officer”', 'nurse'],
      },
    },
  },
  { roles: ['nurse'] },
)
