import { Linter } from 'bpmnlint'
import type { MadeRule } from 'bpmnlint'
import { isA } from '../schema/index.js'
import type { ModdleElement } from '../schema/moddle-types.js'
import { nameOf } from './called.js'
import { elementsById } from './elements-by-id.js'
import type { LintProblem, Severity } from './problem.js'
import { recommended } from './recommended.js'
import type { RecommendedName } from './recommended.js'
import type { LintOptions } from './rule.js'
import { rules } from './rules.js'
import { isTooLarge } from './size.js'

/** The six roles of the office; a house with others passes its own. */
const defaults: LintOptions = {
  roles: ['clerk', 'officer', 'liaison', 'supervisor', 'leader', 'admin'],
  demands: [],
  given: {},
}

const all: Readonly<Record<RuleName, { readonly kind: Severity; readonly rule: unknown }>> = {
  ...recommended,
  ...rules,
}
type RuleName = RecommendedName | keyof typeof rules

/**
 * Everything that the rules find in a model, in the order of the rules’ names. The same in the editor as on the
 * server: needs nothing but the moddle tree.
 */
export async function lintDefinitions(
  root: ModdleElement,
  options: Partial<LintOptions> = {},
): Promise<LintProblem[]> {
  const config = Object.fromEntries(
    askedOf(root).map(name => [name, [bpmnlintCategory[all[name].kind], { ...defaults, ...options }]]),
  )
  const linter = new Linter({
    config: { rules: config },
    resolver: { resolveRule: (_package, name) => all[name as RuleName].rule, resolveConfig: () => undefined },
    transformRule: patiently,
  })
  const elements = elementsById(root)
  const found = await linter.lint(root)
  return Object.entries(found).flatMap(([name, reports]) =>
    reports.map(({ id, message }) => problemOf(name as RuleName, id, message, elements)),
  )
}

/** What is no model, and what is larger than anybody can read, is asked no further. */
function askedOf(root: ModdleElement): readonly RuleName[] {
  if (!isA(root, 'bpmn:Definitions') || !root.rootElements?.length) return ['executable-process']
  return isTooLarge(root) ? ['size-limits'] : (Object.keys(all) as RuleName[])
}

/**
 * A rule that stumbles over a broken file says so like any other problem, and the others go on. None goes into the
 * drawing, which is most of the file: those that ask about it do so at the top.
 */
function patiently(rule: MadeRule): MadeRule {
  return {
    ...rule,
    check(element, reporter) {
      if ((element as ModdleElement).$type === 'bpmndi:BPMNDiagram') return false
      try {
        return rule.check(element, reporter)
      } catch (error) {
        reporter.report(undefined, failed + (error instanceof Error ? error.message : String(error)))
        return false
      }
    },
  }
}

function problemOf(
  name: RuleName,
  id: string | undefined,
  message: string,
  elements: ReadonlyMap<string, ModdleElement>,
): LintProblem {
  const element = id === undefined ? undefined : elements.get(id)
  const elementName = element && nameOf(element)
  const said = isRecommended(name) ? recommended[name].say(element, message) : message
  return {
    rule: name,
    severity: all[name].kind,
    ...(id && { elementId: id }),
    ...(elementName && { elementName }),
    message: message.startsWith(failed)
      ? `检查规则 ${name} 无法完成（${message.slice(failed.length)}）；请检查文件是否完整，或用流程编辑器重新导出。`
      : said,
  }
}

function isRecommended(name: RuleName): name is RecommendedName {
  return name in recommended
}

const failed = 'rule failed: '
const bpmnlintCategory: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warn' }
