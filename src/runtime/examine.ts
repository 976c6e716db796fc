import { text } from '../catalogue/index.js'
import { compile, lint } from '../engine/index.js'
import type { LintProblem, ProcessDefinition } from '../engine/index.js'
import { topics } from './topics.js'

/** Everything that keeps a diagram from being put into force here, and what is only doubtful: the engine’s rules and ours. */
export async function examineDiagram(xml: string): Promise<readonly LintProblem[]> {
  const problems = await lint(xml)
  if (problems.some(problem => problem.severity === 'error')) return problems
  return [...unknownTopics(await compile(xml)), ...problems]
}

/** Service tasks whose topic nobody works on: each would be an incident the day a case comes to it. */
export function unknownTopics({ nodes }: Pick<ProcessDefinition, 'nodes'>): LintProblem[] {
  return [...nodes.values()].flatMap(({ id, name, job }) => {
    if (job === undefined || Object.hasOwn(topics, job.topic)) return []
    const known = Object.keys(topics).join('、')
    const message = text('runtime.unknownTopic', { activity: name, topic: job.topic, known })
    return [{ rule: 'known-topic', severity: 'error', elementId: id, elementName: name, message }]
  })
}
