import type { LintProblem } from './problem.js'

/**
 * What was lost when the file was read. moddle leaves out what it cannot take and only mentions it; bpmn-js passes
 * the same warnings on, and so is the message of what it throws. What it merely does not know (attributes of other
 * tools) is kept and is no problem.
 */
export function checkReading(warnings: readonly string[]): LintProblem[] {
  return warnings.flatMap(warning => {
    const message = messageOf(warning)
    return message === undefined ? [] : [{ rule: 'reading', severity: 'error' as const, message }]
  })
}

function messageOf(warning: string): string | undefined {
  if (warning.startsWith('unknown attribute')) return undefined
  if (warning.includes('failed to parse document as'))
    return '文件不是 BPMN 2.0 流程图；请选择由流程编辑器导出的文件。'
  const of = (pattern: RegExp) => pattern.exec(warning)?.[1]
  const element = of(/<([^<>]+)>/) ?? ''
  const twice = of(/duplicate ID <([^>]*)>/)
  // the reader keeps ids in a plain object, which has these from the beginning
  if (twice !== undefined && twice in Object.prototype)
    return `编号“${twice}”不能使用，元素（${element}）没有读入；请改为别的编号，如 Task_Analyse。`
  if (twice !== undefined)
    return `编号“${twice}”用了不止一次，其中一个元素（${element}）没有读入；请改为不同的编号。`
  const illegal = of(/illegal ID <([^>]*)>/)
  if (illegal !== undefined) {
    return `编号“${illegal}”不正确，元素（${element}）没有读入；请用字母或下划线开头，只含字母、数字、下划线和横线。`
  }
  const unknown = of(/(?:unknown type|unrecognized element) <([^>]*)>/)
  if (unknown !== undefined)
    return `元素 ${element} 不是 BPMN 2.0 的元素，没有读入；请删除，或改用相应的元素。`
  const missing = of(/unresolved reference <([^>]*)>/)
  if (missing !== undefined) return `文件中引用了不存在的元素“${missing}”；请删除引用，或补上这个元素。`
  return `文件不能完整读取（${warning.split('\n')[0] ?? ''}）；请用流程编辑器重新导出后再上传。`
}
