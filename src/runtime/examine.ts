import { text } from '../catalogue/index.js'
import { decodeDiagram, EngineError, lint, readDiagram } from '../engine/index.js'
import type { LintProblem, ProcessDefinition } from '../engine/index.js'
import { house } from './house.js'
import { topics } from './topics.js'

/** Everything that keeps a diagram from being put into force here, and what is only doubtful, errors first. */
export function examineDiagram(xml: string): Promise<readonly LintProblem[]> {
  const found = recent.get(xml) ?? examine(xml)
  recent.delete(xml)
  recent.set(xml, found)
  if (recent.size > most) recent.delete(recent.keys().next().value ?? '')
  found.catch(() => recent.delete(xml))
  return found
}

/** The same of a file as it was sent. */
export async function examineFile(bytes: Uint8Array): Promise<readonly LintProblem[]> {
  const xml = decodeDiagram(bytes)
  return xml === undefined
    ? [{ rule: 'source', severity: 'error', message: text('import.encoding') }]
    : examineDiagram(xml)
}

/** A text is right or wrong for ever, and on the way into force it is asked about several times over. */
const recent = new Map<string, Promise<readonly LintProblem[]>>()
const most = 16

async function examine(xml: string): Promise<readonly LintProblem[]> {
  const problems = [...(await topicProblems(xml)), ...(await lint(xml, house))]
  const rank = ({ severity }: LintProblem) => (severity === 'error' ? 0 : 1)
  return problems.sort((one, other) => rank(one) - rank(other))
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

/** None where the file cannot even be read, which the rules say. */
async function topicProblems(xml: string): Promise<LintProblem[]> {
  try {
    return unknownTopics(await readDiagram(xml))
  } catch (error) {
    if (error instanceof EngineError) return []
    throw error
  }
}
