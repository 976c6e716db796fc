import { isA } from '../../schema/index.js'
import { called, quoted } from '../called.js'
import type { Rule } from '../rule.js'
import { userTaskIds } from '../user-task-ids.js'
import { wordsOf } from '../words.js'

/** `bdc:differentFrom` names user tasks of the same model. */
export default function differentPerson(): Rule {
  let known: ReadonlySet<string> = new Set()
  return {
    check(element, reporter) {
      if (isA(element, 'bpmn:Definitions')) known = userTaskIds(element)
      if (!isA(element, 'bpmn:UserTask')) return
      for (const id of wordsOf(element.differentFrom, /\s+/)) {
        if (id !== element.id && known.has(id)) continue
        reporter.report(
          element.id,
          `${called(element)}要求与环节${quoted(id)}的经办人不同，但${id === element.id ? '那就是它自己' : '没有这个用户任务'}；请在“谁来办”中重新选择环节。`,
        )
      }
    },
  }
}
