import { isA } from '../../schema/index.js'
import { called, quoted } from '../called.js'
import type { Rule, RuleFactory } from '../rule.js'
import { wordsOf } from '../words.js'

/** Work that no role may take would lie there for ever. */
const userTaskRole: RuleFactory = ({ roles }): Rule => ({
  check(element, reporter) {
    if (!isA(element, 'bpmn:UserTask')) return
    const groups = wordsOf(element.candidateGroups, ',')
    if (groups.length === 0 && !element.assignee?.trim()) {
      reporter.report(element.id, `${called(element)}没有指定由谁来办；请在“谁来办”中选择角色。`)
    }
    for (const group of groups) {
      if (roles.includes(group)) continue
      reporter.report(
        element.id,
        `${called(element)}指定的角色${quoted(group)}不存在；请从已有角色中选择（${roles.join('、')}）。`,
      )
    }
  },
})

export default userTaskRole
