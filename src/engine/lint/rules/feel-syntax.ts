import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import { feelProblem } from '../feel-problem.js'
import { feelTextsOf } from '../feel-texts.js'
import type { Rule } from '../rule.js'

/** Every expression is FEEL that can be read, means what it seems to mean and comes to an end. */
export default function feelSyntax(): Rule {
  return {
    check(element, reporter) {
      for (const { place, expression } of feelTextsOf(element)) {
        const problem = feelProblem(expression)
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
