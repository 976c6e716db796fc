import { readXml, toSourceContext } from './bpmn.js'
import type { ProcessDefinition } from './definition.js'
import { DefinitionRefusedError } from './errors.js'
import { checkReading, checkSource, lintDefinitions } from './lint/index.js'
import type { LintProblem } from './lint/index.js'
import { readDefinition } from './read-definition.js'

/**
 * Makes a definition that can run from BPMN 2.0 XML.
 *
 * @throws DefinitionRefusedError with every problem, when one of them is an error
 */
export async function compile(xml: string): Promise<ProcessDefinition> {
  const { problems, definition } = await examine(xml)
  const errors = problems.filter(problem => problem.severity === 'error')
  if (errors.length > 0 || !definition) throw new DefinitionRefusedError(errors)
  // Read anew: the linter’s walk leaves marks on the tree that the serialiser would take for the model’s own.
  const { context } = await readXml(xml)
  return { ...definition, xml, source: toSourceContext(context) }
}

/** Everything that is wrong with the file, errors first; what cannot be read is a problem like any other. */
export async function lint(xml: string): Promise<readonly LintProblem[]> {
  return (await examine(xml)).problems
}

async function examine(xml: string) {
  const unsafe = checkSource(xml)
  if (unsafe.some(problem => problem.severity === 'error')) return { problems: unsafe }
  try {
    const { root, warnings } = await readXml(xml)
    const problems = [...unsafe, ...checkReading(warnings), ...(await lintDefinitions(root))]
    const rank = (problem: LintProblem) => (problem.severity === 'error' ? 0 : 1)
    return { problems: problems.sort((a, b) => rank(a) - rank(b)), definition: readDefinition(root) }
  } catch (error) {
    return {
      problems: [...unsafe, ...checkReading([error instanceof Error ? error.message : String(error)])],
    }
  }
}
