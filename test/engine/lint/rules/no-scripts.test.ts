import { end, extensions, flows, node, start } from '../../../helpers/bpmn.js'
import { testRule } from '../rule-table.js'

const withTask = (inside: string, attributes = '') =>
  start() +
  node('userTask', 'A', `name="原因分析" camunda:candidateGroups="officer" ${attributes}`, inside) +
  end() +
  flows('Start', 'A', 'End')
const withService = (attributes: string, inside = '') =>
  start() +
  node('serviceTask', 'A', `name="固化数据" ${attributes}`, inside) +
  end() +
  flows('Start', 'A', 'End')

testRule('no-scripts', {
  valid: {
    'an external job': withService('camunda:type="external" camunda:topic="report.freeze"'),
    'outputs in FEEL': withTask(
      extensions(
        '<camunda:inputOutput><camunda:outputParameter name="x">=now</camunda:outputParameter></camunda:inputOutput>',
      ),
    ),
    'documentation that speaks of ${money}': withTask(
      '<bpmn:documentation>每件 ${money} 元</bpmn:documentation>',
    ),
  },
  invalid: {
    'a script task with a script': {
      example:
        start() +
        node(
          'scriptTask',
          'A',
          'name="算" scriptFormat="javascript"',
          '<bpmn:script>process.exit()</bpmn:script>',
        ) +
        end() +
        flows('Start', 'A', 'End'),
      at: 'A',
      says: ['算', '脚本', '服务任务'],
    },
    'an execution listener': {
      example: withTask(extensions('<camunda:executionListener class="org.Foo" event="start"/>')),
      at: 'A',
      says: ['原因分析', '执行监听器', '删除'],
    },
    'a task listener with a script': {
      example: withTask(
        extensions(
          '<camunda:taskListener event="create"><camunda:script scriptFormat="groovy">x</camunda:script></camunda:taskListener>',
        ),
      ),
      at: 'A',
      says: ['原因分析', '监听器'],
      count: 2,
    },
    'a Java class': {
      example: withService('camunda:class="org.Foo"'),
      at: 'A',
      says: ['固化数据', 'camunda:class', '服务任务'],
    },
    'an expression': {
      example: withService('camunda:expression="${x.y()}"'),
      at: 'A',
      says: ['固化数据', 'camunda:expression'],
    },
    'a delegate expression': {
      example: withService('camunda:delegateExpression="${x}"'),
      at: 'A',
      says: ['固化数据', 'camunda:delegateExpression'],
    },
    'a connector': {
      example: withService(
        '',
        extensions('<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>'),
      ),
      at: 'A',
      says: ['固化数据', '连接器'],
    },
    'a script in a condition': {
      example:
        start() +
        end() +
        '<bpmn:sequenceFlow id="F" name="通过" sourceRef="Start" targetRef="End"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="javascript" camunda:resource="x.js">next(null, true)</bpmn:conditionExpression></bpmn:sequenceFlow>',
      at: 'F',
      says: ['通过', 'camunda:resource'],
    },
    'a script in an output parameter': {
      example: withTask(
        extensions(
          '<camunda:inputOutput><camunda:outputParameter name="x"><camunda:script scriptFormat="js">1</camunda:script></camunda:outputParameter></camunda:inputOutput>',
        ),
      ),
      at: 'A',
      says: ['原因分析', '脚本'],
    },
    'an assignee that is computed': {
      example: withTask('', 'camunda:assignee="${initiator}"'),
      at: 'A',
      says: ['原因分析', 'assignee', 'FEEL'],
    },
    'an output that is computed otherwise': {
      example: withTask(
        extensions(
          '<camunda:inputOutput><camunda:outputParameter name="x">#{y}</camunda:outputParameter></camunda:inputOutput>',
        ),
      ),
      at: 'A',
      says: ['原因分析', 'FEEL'],
    },
  },
})
