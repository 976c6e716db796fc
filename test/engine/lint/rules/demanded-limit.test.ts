import { boundary, end, flows, node, start, timer } from '../../../helpers/bpmn.js'
import { asks, demands, field, noting } from '../demands.js'
import { testRule } from '../rule-table.js'

const own = 'bdc:calendar="workdays" bdc:kind="statutory" bdc:from="foundAt" bdc:promise="answer"'
const inner = (more = '') =>
  start('S') + asks('A', field('said')) + more + end('E', noting('answeredAt')) + flows('S', 'A', 'E')
const body = (limit: string, interrupting = false) =>
  start() +
  node('subProcess', 'Sub', 'name="答复"', inner()) +
  (limit && boundary('T', 'Sub', limit, interrupting)) +
  end() +
  flows('Start', 'Sub', 'End')
const whole = body(timer('P3D', own))
const without = (from: string, to = '') => body(timer('P3D', own.replace(from, to)))

testRule(
  'demanded-limit',
  {
    valid: {
      'the limit as the law has it': whole,
      'a shorter one': body(timer('P2D', own)),
      'another process': { body: body(''), id: 'other' },
      'what it covers is forgotten elsewhere, for another round': whole.replace(
        end(),
        node(
          'task',
          'Again',
          '',
          noting('answeredAt').replace(/(<camunda:outputParameter[^>]*>)[^<]*/, '$1=null'),
        ) + end(),
      ),
      'further limits of the house’s own':
        whole + boundary('O', 'Sub', timer('P9D', 'bdc:kind="internal"'), false),
    },
    invalid: {
      'no limit': {
        example: body(''),
        at: 'Sub',
        says: ['子流程『答复』', '3个工作日答复', '三(三)', '补上'],
      },
      'a longer one': { example: body(timer('P5D', own)), at: 'T', says: ['T', '长于', '改回3个工作日'] },
      'one in hours': { example: body(timer('PT72H', own)), at: 'T', says: ['T', '3个工作日'] },
      'one that is computed': { example: body(timer('=days', own)), at: 'T', says: ['T', '固定的天数'] },
      'one by the calendar': {
        example: without('workdays', 'days'),
        at: 'T',
        says: ['T', '按工作日'],
      },
      'one that calls itself internal': {
        example: without('statutory', 'internal'),
        at: 'T',
        says: ['T', '改回“法定”'],
      },
      'one that counts from the wrong day': {
        example: without('bdc:from="foundAt"'),
        at: 'T',
        says: ['T', '查明时间'],
      },
      'one that no longer promises': {
        example: without('bdc:promise="answer"'),
        at: 'Sub',
        says: ['答复', '补上'],
      },
      'one over only a part of the work': {
        example:
          start() +
          node('subProcess', 'Sub', 'name="答复"', inner(boundary('T', 'A', timer('P3D', own), false))) +
          end() +
          flows('Start', 'Sub', 'End'),
        at: 'T',
        says: ['T', '没有管住（E）', '子流程'],
      },
      'no limit, and no work that it could be over': {
        example: start() + end() + flows('Start', 'End'),
        at: 'p',
        says: ['测试流程', '3个工作日答复'],
      },
    },
  },
  { demands },
)
