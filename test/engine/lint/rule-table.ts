import { expect } from 'chai'
import { lintDefinitions } from '../../../src/engine/lint/index.js'
import type { LintOptions, LintProblem } from '../../../src/engine/lint/index.js'
import { rules } from '../../../src/engine/lint/rules.js'
import { recommended } from '../../../src/engine/lint/recommended.js'
import type { RecommendedName } from '../../../src/engine/lint/recommended.js'
import { readXml } from '../../../src/engine/bpmn.js'
import { diagram } from '../../helpers/bpmn.js'
import type { DiagramOptions } from '../../helpers/bpmn.js'

/** A body of a process, or a whole file. */
export type Example = string | ({ readonly body: string } & DiagramOptions)

export interface Refused {
  readonly example: Example
  /** The element that the problem is at. */
  readonly at: string
  /** What the message must contain: how it names the element and what it says to do. */
  readonly says: readonly string[]
  /** Problems of this rule in the whole example; 1 unless told. */
  readonly count?: number
}

/** Tests one rule: says nothing of the valid diagrams, and of the invalid ones what it must. */
export function testRule(
  rule: keyof typeof rules | RecommendedName,
  table: {
    readonly valid: Readonly<Record<string, Example>>
    readonly invalid: Readonly<Record<string, Refused>>
  },
  options: Partial<LintOptions> = {},
) {
  describe(`the rule ${rule}`, () => {
    for (const [title, example] of Object.entries(table.valid)) {
      it(`accepts ${title}`, async () => {
        expect((await problemsOf(rule, example, options)).map(({ message }) => message)).to.deep.equal([])
      })
    }
    for (const [title, { example, at, says, count = 1 }] of Object.entries(table.invalid)) {
      it(`refuses ${title}`, async () => {
        const problems = await problemsOf(rule, example, options)
        expect(problems.map(({ message }) => message)).to.have.length(count)
        const problem = problems.find(({ elementId }) => elementId === at)
        expect(problem, `a problem at ${at}, not at ${problems.map(found => found.elementId).join()}`).to
          .exist
        for (const words of says) expect(problem?.message).to.contain(words)
        expect(problem?.message, 'says what to do').to.match(/请[^；]+。$/)
        expect(problem?.message, 'names the element').to.contain(
          problem?.elementName?.slice(0, 20) ?? says[0] ?? at,
        )
        expect(problem?.severity).to.equal({ ...recommended, ...rules }[rule].kind)
      })
    }
  })
}

async function problemsOf(
  rule: string,
  example: Example,
  options: Partial<LintOptions>,
): Promise<LintProblem[]> {
  const xml =
    typeof example !== 'string'
      ? diagram(example.body, example)
      : example.startsWith('<?xml')
        ? example
        : diagram(example)
  const { root, warnings } = await readXml(xml)
  expect(warnings.filter(warning => !warning.includes('unresolved reference'))).to.deep.equal([])
  return (await lintDefinitions(root, options)).filter(problem => problem.rule === rule)
}
