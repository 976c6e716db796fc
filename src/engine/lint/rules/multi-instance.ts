import { isA } from '../../schema/index.js'
import type { BpmnMultiInstance } from '../../schema/moddle-types.js'
import { called, quoted } from '../called.js'
import type { Rule } from '../rule.js'

/** How often an activity is done is known when it begins. */
export default function multiInstance(): Rule {
  return {
    check(element, reporter) {
      const loop = isA(element, 'bpmn:Activity') ? element.loopCharacteristics : undefined
      if (!loop) return
      if (!isA(loop, 'bpmn:MultiInstanceLoopCharacteristics')) {
        reporter.report(
          element.id,
          `${called(element)}用了标准循环，系统不支持；请改为多实例，或用排他网关画一条返回的连线。`,
        )
        return
      }
      for (const problem of loopProblems(loop)) reporter.report(element.id, `${called(element)}${problem}。`)
    },
  }
}

function loopProblems({ collection, loopCardinality, elementVariable }: BpmnMultiInstance): string[] {
  const cardinality = loopCardinality?.body?.trim()
  if (!collection?.trim() && !cardinality)
    return ['由多人办理，但没有写明名单或人数；请填写名单（camunda:collection），如 departments']
  const problems: string[] = []
  if (collection?.trim() && cardinality) problems.push('同时写了名单和人数；请只保留一种')
  if (cardinality !== undefined && /^-?[\d.]+$/.test(cardinality) && !/^[1-9]\d{0,2}$/.test(cardinality)) {
    problems.push(`的人数${quoted(cardinality)}不正确；请填写 1 到 999 的整数`)
  }
  if (elementVariable !== undefined && !/^[A-Za-z_]\w*$/.test(elementVariable)) {
    problems.push(
      `的名单中每一项的名称${quoted(elementVariable)}不正确；请用字母开头，只含字母、数字和下划线`,
    )
  }
  return problems
}
