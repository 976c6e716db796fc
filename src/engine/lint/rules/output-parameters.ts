import { extensionsOf, isA } from '../../schema/index.js'
import { called, quoted } from '../called.js'
import type { Rule } from '../rule.js'

/** An output parameter notes one fact: text, or FEEL after `=`. */
export default function outputParameters(): Rule {
  return {
    check(element, reporter) {
      if (!isA(element, 'bpmn:FlowNode')) return
      const parameters = extensionsOf(element, 'camunda:InputOutput').flatMap(io => io.outputParameters ?? [])
      for (const { name, value, definition } of parameters) {
        const what = `${called(element)}的输出${quoted(name)}`
        if (!/^[A-Za-z_]\w*$/.test(name ?? '') || name === 'now') {
          reporter.report(element.id, `${what}名称不正确；请用字母开头，只含字母、数字和下划线，且不用 now。`)
        } else if (definition) {
          reporter.report(element.id, `${what}用了脚本、列表或映射；请改为文字，或以等号开头的 FEEL 表达式。`)
        } else if (!value?.trim()) {
          reporter.report(element.id, `${what}没有值；请填写文字，或以等号开头的 FEEL 表达式，如 =now。`)
        }
      }
    },
  }
}
