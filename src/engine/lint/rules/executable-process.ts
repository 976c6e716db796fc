import { isA } from '../../schema/index.js'
import { called } from '../called.js'
import type { Rule } from '../rule.js'

/** One file is one process; bpmn-engine would start all that are executable at once. */
export default function executableProcess(): Rule {
  return {
    check(element, reporter) {
      if (!isA(element, 'bpmn:Definitions')) return
      const processes = (element.rootElements ?? []).filter(root => isA(root, 'bpmn:Process'))
      const executable = processes.filter(process => process.isExecutable === true)
      if (processes.length === 0) {
        reporter.report(element.id, '文件中没有流程；请画出流程后再上传。')
      } else if (executable.length === 0) {
        const [process] = processes
        reporter.report(process?.id, `${called(process)}没有设为可执行；请在流程属性中勾选“可执行”。`)
      }
      for (const process of executable.slice(1)) {
        reporter.report(
          process.id,
          `文件中有${executable.length}个可执行的流程，${called(process)}是多出来的；请只保留一个可执行，其余泳池取消“可执行”或另存文件。`,
        )
      }
    },
  }
}
