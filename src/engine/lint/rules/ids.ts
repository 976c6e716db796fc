import { isA } from '../../schema/index.js'
import { called, quoted } from '../called.js'
import type { Rule } from '../rule.js'

/** Ids are stored with every case that stands at the element: they are readable, stable and safe in an address. */
export default function ids(): Rule {
  const seen = new Set<string>()
  return {
    check(element, reporter) {
      if (!isA(element, 'bpmn:FlowElement') && !isA(element, 'bpmn:Process')) return
      const { id = '' } = element
      if (id === '') {
        reporter.report(id, `${called(element)}没有编号（id）；请填写，如 Task_Analyse。`)
      } else if (!/^[A-Za-z_][\w-]*$/.test(id)) {
        reporter.report(
          id,
          `${called(element)}的编号${quoted(id)}不正确；请用字母或下划线开头，只含字母、数字、下划线和横线，如 Task_Analyse。`,
        )
      } else if (id.length > longest) {
        reporter.report(id, `${called(element)}的编号超过 ${longest} 个字符；请改短。`)
      } else if (seen.has(id)) {
        reporter.report(id, `${called(element)}的编号${quoted(id)}与别的元素重复；请改为不同的编号。`)
      }
      seen.add(id)
    },
  }
}

const longest = 200
