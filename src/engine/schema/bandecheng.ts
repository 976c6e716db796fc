/**
 * Our own moddle descriptor, only for what no standard and no common convention says: how a limit is counted, what
 * it promises, and who may not do a task. Everything else in a model is BPMN 2.0 or camunda.
 */
export const bandecheng = {
  name: 'Bandecheng',
  prefix: 'bdc',
  uri: 'https://bandecheng.dev/schema/bpmn/1.0',
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    {
      name: 'Limit',
      isAbstract: true,
      extends: ['bpmn:TimerEventDefinition'],
      properties: [
        { name: 'calendar', isAttr: true, type: 'String' },
        { name: 'kind', isAttr: true, type: 'String' },
        { name: 'warnBefore', isAttr: true, type: 'String' },
        { name: 'warn', isAttr: true, type: 'String' },
        { name: 'from', isAttr: true, type: 'String' },
        { name: 'paragraph', isAttr: true, type: 'String' },
        { name: 'promise', isAttr: true, type: 'String' },
        { name: 'mayPause', isAttr: true, type: 'String' },
        { name: 'mayExtend', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Assignment',
      isAbstract: true,
      extends: ['bpmn:UserTask'],
      properties: [{ name: 'differentFrom', isAttr: true, type: 'String' }],
    },
  ],
} as const
