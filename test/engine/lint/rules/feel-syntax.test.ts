import { end, extensions, flow, flows, node, start, task, timer } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const condition = (feel: string) =>
  start() +
  node('exclusiveGateway', 'G', 'default="G-End"') +
  task('A') +
  end() +
  flow('Start', 'G') +
  flow('G', 'A', feel) +
  flow('G', 'End') +
  flow('A', 'End')
const refused = (feel: string, ...says: string[]) => ({
  example: condition(feel),
  at: 'G-A',
  says: ['G-A', '条件', ...says],
})
const inTask = (inside: string) => start() + task('A', inside) + end() + flows('Start', 'A', 'End')
const language = (attribute: string) => condition('x').replace('language="feel"', attribute)

testRule('feel-syntax', {
  valid: {
    'a comparison': condition('verdict = "citizen"'),
    'conditions joined': condition('anyDisputed and objectionRound >= 2 or transfers >= 2'),
    'a list of values': condition('verdict in ("citizen", "mixed")'),
    'a range of values': condition('visits in [2..5]'),
    negation: condition('not(contactFailed)'),
    'a function with a name of two words': condition(
      'list contains(departments, 3) and string length(reason) > 0',
    ),
    'names in Chinese': condition('次数 > 1'),
    'a loop over a list': condition('some d in departments satisfies d = 3'),
    'a loop over a short range': condition('count(for i in 1..10 return i) > 3'),
    'two loops that are short': condition('some a in 1..30, b in visits satisfies a = b'),
    'a filter, and a place in a list': condition('count(visits[item > 1]) > 2 or visits[1] = 3'),
    'a harmless pattern': condition('matches(contact, "^1[0-9]{10}$")'),
    'an output in FEEL and one in text': inTask(
      extensions(
        '<camunda:inputOutput><camunda:outputParameter name="a">=now</camunda:outputParameter><camunda:outputParameter name="b">到期 == 未办</camunda:outputParameter></camunda:inputOutput>',
      ),
    ),
    'a list of people': inTask('<bpmn:multiInstanceLoopCharacteristics camunda:collection="departments"/>'),
  },
  invalid: {
    'a single value in brackets that swallows what follows': refused(
      'verdict in ("citizen") and tries > 2',
      '等号',
    ),
    'no condition at all': refused('', '空的'),
    'an expression that breaks off': refused('verdict =', '补全'),
    'another language’s and': refused('a && b', '“&& b”', '改正'),
    'a double equals sign': refused('a == 1', '一个等号'),
    'an equals sign in front': refused('= a > 1', '删除'),
    'not without brackets': refused('not a', 'not(a)'),
    'two names without an operator': refused('a b', '有空格'),
    'a JUEL expression': refused('${verdict == 1}', '改为 FEEL'),
    'a definition of a function': refused('(function(f) f(f))(function(f) f(f))', '不允许'),
    'a loop that hardly ends': refused('count(for i in 1..1000000000 return i) > 1', '循环范围'),
    'a loop of unknown length': refused('count(for i in 1..visits return i) > 1', '循环范围'),
    'loops in loops in loops': refused('count(for a in 1..9, b in 1..9, c in 1..9 return a) > 1', '两层'),
    'a loop over an interval': refused('some i in [1..1000000000] satisfies i = -1', '循环范围'),
    'a loop over what is made for it': refused('count(for i in split(text, "") return i) > 1', '名单的名称'),
    'two loops that multiply': refused('some a in 1..31, b in 1..2 satisfies a = b', '不超过 30 个'),
    'loops in filters in filters': refused('count(a[count(a[count(a[item > 1]) > 1]) > 1]) > 1', '两层'),
    'a filter of a list that is made for it': refused('[a, a][item > 1] = 1', '名称所指的名单'),
    'a loop in a long expression': refused(
      `some a in 1..3 satisfies a = 1${' or a = 1'.repeat(40)}`,
      '300 字',
    ),
    'a loop that looks back at itself': refused('count(for i in 1..30 return partial) > 1', 'partial'),
    'values under other names': refused('{a: [1, 1], b: [a, a]}.b[1] = 1', '花括号'),
    'lists that double': refused('count(concatenate(a, a)) > 1', '“concatenate”不能使用'),
    'texts that multiply': refused('replace(a, "a", "aaaa") = "a"', '“replace”不能使用'),
    'the machine’s clock': refused('today() > date("2026-01-01")', '“today”不能使用'),
    'a function by another way': refused('[matches][1](text, "(a+)+$")', '不允许', '函数的名称'),
    'a function by other brackets': refused('(matches)(text, "(a+)+$")', '不允许'),
    'a function under the name of each': refused(
      'some f in [matches] satisfies f(text, "(a+)+$")',
      '“f”不能使用',
    ),
    'a pattern put together': refused('matches(text, "(a+)" + "+$")', '直接写成文字'),
    'a pattern by its name': refused('matches(input: text, pattern: "(a+)+$")', '直接写成文字'),
    'a pattern in a loop': refused('some d in texts satisfies matches(d, "a")', 'contains'),
    'many patterns': refused(Array(4).fill('matches(text, "a")').join(' or '), '3 次'),
    'loops without number': {
      example:
        start() +
        task(
          'A',
          extensions(
            `<camunda:inputOutput>${Array(21).fill('<camunda:outputParameter name="a">=count(a[item > 1])</camunda:outputParameter>').join('')}</camunda:inputOutput>`,
          ),
        ) +
        end() +
        flows('Start', 'A', 'End'),
      at: 'A',
      says: ['用户任务『A』', '20 处', '减少'],
    },
    'a pattern that takes for ever': refused('matches(text, "(a+)+$")', '重复套重复'),
    'a pattern that is computed': refused('matches(text, pattern)', '直接写成文字'),
    'an expression as long as a program': refused(`x = "${'a'.repeat(2000)}"`, '简化'),
    'a condition without a language': {
      example: language(''),
      at: 'G-A',
      says: ['G-A', '没有注明语言', 'feel'],
    },
    'a condition in JavaScript': {
      example: language('language="javascript"'),
      at: 'G-A',
      says: ['G-A', 'javascript', 'feel'],
    },
    'an output that is not FEEL': {
      example: inTask(
        extensions(
          '<camunda:inputOutput><camunda:outputParameter name="a">=now(</camunda:outputParameter></camunda:inputOutput>',
        ),
      ),
      at: 'A',
      says: ['用户任务『A』', '输出“a”', '补全'],
    },
    'a field shown by something else than FEEL': {
      example: inTask(
        extensions(
          '<camunda:formData><camunda:formField id="x" label="原因" type="string"><camunda:properties><camunda:property id="showWhen" value="a ||"/></camunda:properties></camunda:formField></camunda:formData>',
        ),
      ),
      at: 'A',
      says: ['用户任务『A』', '字段“原因”', '改正'],
    },
    'a list of people that is not FEEL': {
      example: inTask('<bpmn:multiInstanceLoopCharacteristics camunda:collection="a b"/>'),
      at: 'A',
      says: ['用户任务『A』', '名单'],
    },
    'a timer that is not FEEL': {
      example:
        start() +
        node('intermediateCatchEvent', 'T', 'name="等"', timer('=')) +
        end() +
        flows('Start', 'T', 'End'),
      at: 'T',
      says: ['等', '时限', '空的'],
    },
  },
})
