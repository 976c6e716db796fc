import type { Demands } from '../../../src/engine/lint/index.js'
import { extensions, task } from '../../helpers/bpmn.js'

/** A house that promises an answer within three working days of its being found, and reports what came of it. */
export const demands: readonly Demands[] = [
  {
    process: 'p',
    limits: [
      {
        promise: 'answer',
        label: '3个工作日答复',
        workingDays: 3,
        from: { fact: 'foundAt', label: '查明时间' },
        paragraph: '三(三)',
        covers: [
          { fact: 'said', label: '答复内容' },
          { fact: 'answeredAt', label: '答复时间' },
        ],
      },
    ],
    orders: [
      {
        ...{
          fact: 'blame',
          label: '责任认定',
          where: 'chosenBy',
          first: [{ fact: 'blame', label: '责任认定' }],
        },
        ...{ remedy: '先加一个必填“责任认定”的环节', paragraph: '三(三)' },
      },
      {
        ...{ fact: 'blame', label: '责任认定', where: 'noted', paragraph: '三(二)' },
        first: [
          { fact: 'word', label: '部门意见' },
          { fact: 'override', label: '裁定理由' },
        ],
        remedy: '先问部门',
      },
    ],
    figures: [
      { fact: 'result', label: '结果', figure: '办成率', essential: true },
      { fact: 'result', label: '结果', figure: '办结', essential: true },
      {
        ...{ fact: 'grade', label: '满意度', figure: '满意率', essential: false },
        answer: { types: ['enum'], values: ['5', '4'] },
      },
    ],
  },
]

const required = '<camunda:validation><camunda:constraint name="required"/></camunda:validation>'

/** A field that must be filled in; of its own when `inside` says something else. */
export function field(id: string, inside = required, type = 'string'): string {
  return `<camunda:formField id="${id}" label="${id}" type="${type}">${inside}</camunda:formField>`
}

/** A choice between values, to be made. */
export function choice(id: string, values: readonly string[], inside = required): string {
  const offered = values.map(value => `<camunda:value id="${value}" name="选${value}"/>`).join('')
  return field(id, inside + offered, 'enum')
}

/** A step that asks for fields. */
export function asks(id: string, ...fields: readonly string[]): string {
  return task(id, extensions(`<camunda:formData>${fields.join('')}</camunda:formData>`))
}

/** Extension elements that note a fact when the node is left. */
export function noting(name: string, value = '=now'): string {
  return extensions(
    `<camunda:inputOutput><camunda:outputParameter name="${name}">${value}</camunda:outputParameter></camunda:inputOutput>`,
  )
}
