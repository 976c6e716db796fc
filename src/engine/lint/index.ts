import { Linter } from 'bpmnlint'
import type { ModdleElement } from '../schema/moddle-types.js'
import { nameOf } from './called.js'
import { elementsById } from './elements-by-id.js'
import type { LintProblem, Severity } from './problem.js'
import { recommended } from './recommended.js'
import type { LintOptions } from './rule.js'
import { rules } from './rules.js'
import { isTooLarge } from './size.js'

export type { LintProblem, Severity } from './problem.js'
export type { LintOptions } from './rule.js'
export { checkSource } from './source.js'

/** The six roles of the office; a house with others passes its own. */
const defaults: LintOptions = { roles: ['clerk', 'officer', 'liaison', 'supervisor', 'leader', 'admin'] }

const all: Readonly<Record<string, { readonly kind: Severity; readonly rule: unknown }>> = {
  ...recommended,
  ...rules,
}

/**
 * Everything that the rules find in a model, in the order of the rules’ names. The same in the editor as on the
 * server: needs nothing but the moddle tree.
 */
export async function lintDefinitions(
  root: ModdleElement,
  options: Partial<LintOptions> = {},
): Promise<LintProblem[]> {
  const asked = isTooLarge(root) ? { 'size-limits': rules['size-limits'] } : all
  const config = Object.fromEntries(
    Object.entries(asked).map(([name, { kind }]) => [
      name,
      [bpmnlintCategory[kind], { ...defaults, ...options }],
    ]),
  )
  const linter = new Linter({
    config: { rules: config },
    resolver: { resolveRule: (_package, name) => all[name]?.rule, resolveConfig: () => undefined },
  })
  const elements = elementsById(root)
  const found = await linter.lint(root)
  return Object.entries(found).flatMap(([name, reports]) =>
    reports.map(report =>
      problemOf(name, report, report.id === undefined ? undefined : elements.get(report.id)),
    ),
  )
}

function problemOf(
  name: string,
  { id, message, category }: { readonly id?: string; readonly message: string; readonly category: string },
  element: ModdleElement | undefined,
): LintProblem {
  const elementName = element && nameOf(element)
  return {
    rule: name,
    severity: all[name]?.kind ?? 'error',
    ...(id && { elementId: id }),
    ...(elementName && { elementName }),
    message:
      category === 'rule-error'
        ? `检查规则“${name}”无法完成（${message}）；请检查文件是否完整，或重新导出后再上传。`
        : (recommended[name]?.say(element, message) ?? message),
  }
}

const bpmnlintCategory: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warn' }
