import { isRole, ROLES } from '../casework/role.js'
import { UnknownRoleProblem } from '../casework/problem.js'
import { compile, lint } from '../engine/index.js'
import type { FlowNode, LintProblem, ProcessDefinition } from '../engine/index.js'
import { text } from '../catalogue/index.js'
import { topics } from './topics.js'

/** Everything that keeps a diagram from being put into force here, and what is only doubtful: the engine’s rules and the office’s. */
export async function examineDiagram(xml: string): Promise<readonly LintProblem[]> {
  const problems = await lint(xml)
  if (problems.some(problem => problem.severity === 'error')) return problems
  return [...strangersIn(await compile(xml)), ...problems]
}

/** What the diagram names and this office does not have: a role that nobody can have, a job that nobody does. */
export function strangersIn({ nodes }: ProcessDefinition): LintProblem[] {
  return [...nodes.values()].flatMap(node => [...unknownRoles(node), ...unknownTopic(node)])
}

function unknownRoles(node: FlowNode): LintProblem[] {
  const known = ROLES.map(role => role.value)
  return (node.userTask?.candidateGroups ?? [])
    .filter(group => !isRole(group))
    .map(group => problem(node, 'known-role', new UnknownRoleProblem(node.name, group, known).message))
}

function unknownTopic(node: FlowNode): LintProblem[] {
  const topic = node.job?.topic
  if (topic === undefined || Object.hasOwn(topics, topic)) return []
  const known = Object.keys(topics).join('、')
  return [problem(node, 'known-topic', text('runtime.unknownTopic', { activity: node.name, topic, known }))]
}

function problem({ id, name }: FlowNode, rule: string, message: string): LintProblem {
  return { rule, severity: 'error', elementId: id, elementName: name, message }
}
