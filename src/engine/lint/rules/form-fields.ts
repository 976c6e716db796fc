import { fieldTypes } from '../../schema/form.js'
import { extensionsOf, isA } from '../../schema/index.js'
import type { CamundaFormField } from '../../schema/camunda-types.js'
import type { BpmnUserTask } from '../../schema/moddle-types.js'
import { called, quoted } from '../called.js'
import { patternProblem } from '../pattern-problem.js'
import type { Rule } from '../rule.js'

/** A form can be shown, filled in and its answers found again under the names of its fields. */
export default function formFields(): Rule {
  return {
    check(element, reporter) {
      if (!isA(element, 'bpmn:UserTask')) return
      for (const problem of formProblems(element))
        reporter.report(element.id, `${called(element)}的表单中${problem}。`)
    },
  }
}

function formProblems(task: BpmnUserTask): string[] {
  const fields = extensionsOf(task, 'camunda:FormData').flatMap(form => form.fields ?? [])
  const twice = repeated(fields.map(field => field.id))
  const tooMany = fields.length > mostFields ? [`字段超过 ${mostFields} 个；请分成几个环节来填`] : []
  return [
    ...tooMany,
    ...twice.map(id => `字段编号${quoted(id)}重复；请改为不同的编号`),
    ...fields.flatMap(field =>
      fieldProblems(field).map(problem => `字段${quoted(field.label ?? field.id)}${problem}`),
    ),
  ]
}

/** Most fields of a form: more is filled in by nobody. */
const mostFields = 60

function fieldProblems(field: CamundaFormField): string[] {
  const { id = '', type, values = [] } = field
  const problems: string[] = []
  if (!/^[A-Za-z_]\w*$/.test(id)) {
    problems.push(`的编号${quoted(id)}不正确；请用字母开头，只含字母、数字和下划线`)
  } else if (id === 'now') problems.push('的编号 now 表示当前时间；请换一个编号')
  else if (isTaken(id)) problems.push(`的编号 ${id} 是系统保留的词，填写的内容会取不出来；请换一个编号`)
  if (!fieldTypes.some(known => known === type)) {
    problems.push(`的类型${quoted(type)}不存在；请从 ${fieldTypes.join('、')} 中选择`)
  }
  if (type === 'enum' && values.length === 0) problems.push('是选择项却没有选项；请添加选项')
  if (values.some(value => !value.id?.trim())) problems.push('有选项没有编号；请填写编号')
  problems.push(
    ...repeated(values.map(value => value.id)).map(
      value => `的选项编号${quoted(value)}重复；请改为不同的编号`,
    ),
  )
  return [...problems, ...constraintProblems(field), ...patternedProblems(field), ...emptyRanges(field)]
}

/** What FEEL reads as its own word, what every object has from the beginning, and what the form itself sends. */
function isTaken(id: string): boolean {
  return taken.has(id) || id in Object.prototype
}

const taken: ReadonlySet<string> = new Set([
  ...['null', 'true', 'false', 'and', 'or', 'not', 'in', 'between', 'if', 'then', 'else', 'for', 'return'],
  ...['some', 'every', 'satisfies', 'instance', 'of', 'function', '_csrf', 'revision'],
])

function constraintProblems(field: CamundaFormField): string[] {
  return (field.validation?.constraints ?? []).flatMap(({ name = '', config = '' }) => {
    switch (name) {
      case 'required':
        return []
      case 'pattern': {
        const problem = patternProblem(config)
        return problem ? [`的校验：${problem}`] : []
      }
      case 'min':
      case 'max':
        return /^-?\d+(?:\.\d+)?$/.test(config.trim())
          ? []
          : [`的校验 ${name} ${quoted(config)}不是数字；请填写数字`]
      case 'minlength':
      case 'maxlength':
        return /^\d+$/.test(config.trim())
          ? lengthProblems(name, Number(config))
          : [`的校验 ${name} ${quoted(config)}不是整数；请填写字数`]
      default:
        return [`的校验${quoted(name)}系统不认识；请改用 required、min、max、minlength、maxlength 或 pattern`]
    }
  })
}

/** Longest answer that a form may take, in characters. */
const longestAnswer = 5000
/** Longest answer that is held against a pattern, which may take time by the length. */
const longestPatterned = 500

function lengthProblems(name: string, length: number): string[] {
  return length > longestAnswer ? [`的校验 ${name} 超过 ${longestAnswer} 字；请减少，更长的材料请作附件`] : []
}

function patternedProblems({ type, validation }: CamundaFormField): string[] {
  const config = (wanted: string) => validation?.constraints?.find(({ name }) => name === wanted)?.config
  if (!config('pattern')) return []
  const isLong = Number(config('maxlength') ?? (type === 'text' ? Infinity : 0)) > longestPatterned
  return isLong
    ? [`有匹配式，最多 ${longestPatterned} 字；请把 maxlength 设为不超过 ${longestPatterned}`]
    : []
}

/** A lower bound above the upper one: nothing that anybody types is right, and the case stays where it is. */
function emptyRanges(field: CamundaFormField): string[] {
  const bound = (wanted: string) => {
    const config = field.validation?.constraints?.find(({ name }) => name === wanted)?.config?.trim()
    return config === undefined || config === '' ? NaN : Number(config)
  }
  return [
    ...(bound('min') > bound('max') ? ['的最小值大于最大值，填什么都不对；请改正'] : []),
    ...(bound('minlength') > bound('maxlength') ? ['的最少字数大于最多字数，填什么都不对；请改正'] : []),
  ]
}

function repeated(ids: readonly (string | undefined)[]): string[] {
  return [
    ...new Set(ids.filter((id): id is string => id !== undefined && ids.indexOf(id) !== ids.lastIndexOf(id))),
  ]
}
