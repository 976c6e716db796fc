import { readXml, toSourceContext } from './bpmn.js'
import type { ProcessDefinition } from './definition.js'
import { DefinitionRefusedError } from './errors.js'
import { examineText } from './lint/index.js'
import type { LintOptions, LintProblem } from './lint/index.js'
import { readDefinition } from './read-definition.js'

/**
 * Makes a definition that can run from BPMN 2.0 XML.
 *
 * @throws DefinitionRefusedError with every problem, when one of them is an error
 */
export async function compile(xml: string): Promise<ProcessDefinition> {
  const { problems, root } = await examineText(xml)
  const errors = problems.filter(problem => problem.severity === 'error')
  const definition = errors.length === 0 && root ? readDefinition(root) : undefined
  if (!definition) throw new DefinitionRefusedError(errors)
  // Read anew: the linter’s walk leaves marks on the tree that the serialiser would take for the model’s own.
  const { context } = await readXml(xml)
  return { ...definition, xml, source: toSourceContext(context) }
}

/** Everything that is wrong with the file, errors first; what cannot be read is a problem like any other. */
export async function lint(xml: string, house: Partial<LintOptions> = {}): Promise<readonly LintProblem[]> {
  return (await examineText(xml, house)).problems
}
