import { isA } from '../../schema/index.js'
import { called, quoted } from '../called.js'
import { choicesOf } from '../choices.js'
import { membershipsIn } from '../facts-named.js'
import { nodesWithin } from '../noted-facts.js'
import type { Rule, RuleFactory } from '../rule.js'
import { isScope } from '../graph.js'

/** A condition that asks for a choice nobody is offered is never true, whatever the case: most likely it is misspelt. */
const knownChoice: RuleFactory = ({ given }): Rule => ({
  check(element, reporter) {
    if (!isA(element, 'bpmn:Process')) return
    const nodes = nodesWithin(element)
    const choices = choicesOf(nodes)
    const flows = [element, ...nodes.filter(isScope)].flatMap(scope =>
      (scope.flowElements ?? []).filter(each => isA(each, 'bpmn:SequenceFlow')),
    )
    for (const flow of flows) {
      const expression = flow.conditionExpression?.body ?? ''
      for (const { fact, values } of membershipsIn(expression).found) {
        const choice = choices.get(fact)
        const known = choice ? [...choice.values.keys()] : given[fact]
        const unknown = known && values.filter(value => !known.includes(value))
        if (!unknown || unknown.length === 0) continue
        reporter.report(
          flow.id,
          `${called(flow)}的条件要求 ${fact} 等于${unknown.map(quoted).join('、')}，可没有这个选项，条件永远不会成立；请从 ${known.join('、')} 中选择，或在表单中加上这个选项。`,
        )
      }
    }
  },
})

export default knownChoice
