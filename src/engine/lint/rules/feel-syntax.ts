import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import { feelCost } from '../feel-bounds.js'
import { feelProblem } from '../feel-problem.js'
import { feelTextsOf } from '../feel-texts.js'
import type { Rule } from '../rule.js'

/** Every expression is FEEL that can be read, means what it seems to mean and comes to an end. */
export default function feelSyntax(): Rule {
  let dear = 0
  return {
    check(element, reporter) {
      for (const { place, expression } of feelTextsOf(element)) {
        const problem = feelProblem(expression)
        const isOneTooMany = !problem && feelCost(expression).isDear && ++dear === mostDear + 1
        if (isOneTooMany) {
          reporter.report(
            element.id,
            `${called(element)}的${place}：全流程的循环、筛选和 matches 超过 ${mostDear} 处，请减少。`,
          )
        }
        if (problem) reporter.report(element.id, `${called(element)}的${place}：${problem}。`)
      }
      if (!isA(element, 'bpmn:SequenceFlow') || !element.conditionExpression) return
      const { language } = element.conditionExpression
      if (language?.toLowerCase() === 'feel') return
      reporter.report(
        element.id,
        `${called(element)}的条件${language ? `用的是 ${language} 语言` : '没有注明语言'}；请用 FEEL 书写，并把条件语言设为 feel。`,
      )
    },
  }
}

/** Most expressions with loops or patterns in a diagram: one step of a case may evaluate them all. */
const mostDear = 20
