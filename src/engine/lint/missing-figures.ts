import { isA } from '../schema/index.js'
import type { ModdleElement } from '../schema/moddle-types.js'
import { called } from './called.js'
import { demandsOn } from './demands.js'
import { nodesWithin, notes } from './noted-facts.js'
import type { Reporter, RuleFactory } from './rule.js'

/** Makes the rule that says which figures would be empty because nobody asks or notes what they are computed from. */
export function missingFigures(essential: boolean): RuleFactory {
  return ({ demands }) => ({
    check(element: ModdleElement, reporter: Reporter) {
      if (!isA(element, 'bpmn:Process')) return
      const figures = demandsOn(demands, element.id)?.figures ?? []
      const nodes = nodesWithin(element)
      const missing = new Map<string, { label: string; figures: string[] }>()
      for (const { fact, label, figure, essential: is } of figures) {
        if (is !== essential || nodes.some(node => notes(node, fact))) continue
        const entry = missing.get(fact) ?? { label, figures: [] }
        entry.figures.push(figure)
        missing.set(fact, entry)
      }
      for (const [fact, { label, figures: empty }] of missing) {
        const said = empty.map(figure => `“${figure}”`).join('、')
        reporter.report(
          element.id,
          `${called(element)}中没有任何环节填写或记录“${label}”（${fact}），季度报告的${said}将是空的；请在有关环节的表单中加上字段 ${fact}，或在输出中记录。`,
        )
      }
    },
  })
}
