import { isA } from '../../schema/index.js'
import type { ModdleElement } from '../../schema/moddle-types.js'
import { called, plainly } from '../called.js'
import type { Rule } from '../rule.js'
import { countElements, feelLength, mostElements, mostFeel } from '../size.js'

const deepest = 10
const longestName = 500

/** What nobody can read on a page, and no engine can run in a reasonable time, is not a procedure. */
export default function sizeLimits(): Rule {
  return {
    check(element, reporter) {
      if (isA(element, 'bpmn:Process')) {
        const count = countElements(element)
        if (count > mostElements) {
          reporter.report(
            element.id,
            `${called(element)}有 ${count} 个元素，超过 ${mostElements} 个；请拆分成几个流程文件。`,
          )
        }
        if (feelLength(element) > mostFeel) {
          reporter.report(
            element.id,
            `${called(element)}的条件和表达式合计超过 ${mostFeel} 字；请简化，或拆分成几个流程文件。`,
          )
        }
      }
      if (isA(element, 'bpmn:SubProcess') && depthOf(element) === deepest + 1) {
        reporter.report(element.id, `${called(element)}嵌套超过 ${deepest} 层；请减少子流程的层次。`)
      }
      if ('name' in element && typeof element.name === 'string' && element.name.length > longestName) {
        reporter.report(
          element.id,
          `${plainly(element)}的名称超过 ${longestName} 字；请改短，详细内容写在说明（documentation）中。`,
        )
      }
    },
  }
}

function depthOf(element: ModdleElement): number {
  let depth = 0
  for (let at: ModdleElement | undefined = element; isA(at, 'bpmn:SubProcess'); at = at.$parent) depth += 1
  return depth
}
