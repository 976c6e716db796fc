import { isA } from '../../schema/index.js'
import type { CamundaFormField } from '../../schema/camunda-types.js'
import type { BpmnFlowNode } from '../../schema/moddle-types.js'
import { called, quoted } from '../called.js'
import { demandsOn, type DemandedFigure } from '../demands.js'
import { fieldsOf, nodesWithin } from '../noted-facts.js'
import type { Rule, RuleFactory } from '../rule.js'

/**
 * What the figures are computed from is asked so that it can be counted: an answer of another kind, or a choice that
 * the report does not know, would be missing from it without anybody being told.
 */
const figureAnswers: RuleFactory = ({ demands }): Rule => ({
  check(element, reporter) {
    if (!isA(element, 'bpmn:Process')) return
    const figures = demandsOn(demands, element.id)?.figures ?? []
    if (figures.length === 0) return
    for (const node of nodesWithin(element))
      for (const problem of problemsOf(node, figures)) reporter.report(node.id, problem)
  },
})
export default figureAnswers

function problemsOf(node: BpmnFlowNode, figures: readonly DemandedFigure[]): string[] {
  return fieldsOf(node).flatMap(field => {
    const asking = figures.filter(({ fact }) => fact === field.id)
    const [first] = asking
    const wrong = first && wrongIn(field, first)
    if (first === undefined || wrong === undefined) return []
    const said = asking.map(({ figure }) => `“${figure}”`).join('、')
    return [
      `${called(node)}的字段“${first.label}”（${first.fact}）${wrong.what}，季度报告的${said}会漏计；${wrong.remedy}。`,
    ]
  })
}

function wrongIn(
  { type, values = [] }: CamundaFormField,
  { answer, fact }: DemandedFigure,
): { readonly what: string; readonly remedy: string } | undefined {
  if (answer === undefined) return undefined
  if (!answer.types.some(known => known === type)) {
    const wanted = answer.types.map(known => typeWords[known] ?? known).join('或')
    const remedy = `请改为“${wanted}”，要问别的内容请另加一个字段，不用编号 ${fact}`
    return { what: `的类型是${quoted(typeWords[type ?? ''] ?? type)}`, remedy }
  }
  const strange = values.filter(({ id }) => !answer.values?.includes(id ?? ''))
  if (answer.values === undefined || strange.length === 0) return undefined
  const names = strange.map(({ id, name }) => quoted(name ?? id)).join('、')
  return { what: `有报告不认识的选项${names}`, remedy: '请删除这些选项，要分得更细请另加一个字段' }
}

/** Types of fields as the panel of the editor calls them. */
const typeWords: Readonly<Record<string, string>> = {
  string: '单行文字',
  text: '多行文字',
  long: '整数',
  boolean: '是或否',
  date: '日期',
  enum: '从选项中选一个',
  department: '选一个部门',
  departments: '选几个部门',
  cause: '选原因类别',
}
