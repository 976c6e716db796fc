import { readXml, toSourceContext } from './bpmn.js'
import type { ProcessDefinition } from './definition.js'
import { DefinitionRefusedError } from './errors.js'
import { examineText } from './lint/index.js'
import type { LintOptions, LintProblem } from './lint/index.js'
import { readDefinition } from './read-definition.js'
import type { ModdleElement } from './schema/moddle-types.js'

/**
 * Makes a definition that can run from BPMN 2.0 XML.
 *
 * @throws DefinitionRefusedError with every problem, when one of them is an error
 */
export async function compile(xml: string): Promise<ProcessDefinition> {
  const { problems, root } = await examineText(xml)
  return made(
    xml,
    problems.filter(problem => problem.severity === 'error'),
    root,
  )
}

/**
 * What no diagram gets past, however it came into force: a text that is not safe to read or not read whole, an element
 * that this engine has not, a script. What else a rule finds, an expression say that costs too much, is refused where a
 * case comes to it.
 */
const always: ReadonlySet<string> = new Set([
  ...['source', 'reading', 'ids', 'supported-elements', 'no-scripts'],
])

/**
 * The same of a text that came into force under the rules of its day: a rule that a later release has made stricter keeps
 * no case from going on.
 *
 * @throws DefinitionRefusedError when it is not safe to run
 */
export async function compileInForce(xml: string): Promise<ProcessDefinition> {
  const { problems, root } = await examineText(xml)
  return made(
    xml,
    problems.filter(({ severity, rule }) => severity === 'error' && always.has(rule)),
    root,
  )
}

async function made(
  xml: string,
  errors: readonly LintProblem[],
  root: ModdleElement | undefined,
): Promise<ProcessDefinition> {
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
