import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import { eventType } from '../event-type.js'
import type { Rule } from '../rule.js'

/** A thrown message is heard inside the same case only; nothing is sent to anybody. */
export default function thrownMessage(): Rule {
  return {
    check(element, reporter) {
      if (!isA(element, 'bpmn:ThrowEvent') || eventType(element) !== 'message') return
      reporter.report(
        element.id,
        `${called(element)}发出的消息只有本事项内等待它的环节收得到；需要通知他人时请改为服务任务（外部作业）或用户任务。`,
      )
    },
  }
}
