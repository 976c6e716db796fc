import { isRole, roleLabel } from '../casework/role.js'
import { text } from '../catalogue/index.js'
import { EngineError, readDiagram } from '../engine/index.js'
import type { LintProblem, WhatIsSaid } from '../engine/index.js'
import { examineDiagram, unknownTopics } from './examine.js'
import type { Parts } from './parts.js'

/**
 * Everything that is wrong or doubtful about a diagram in this very house: the rules that hold everywhere, and those
 * that ask who works here. Errors first.
 */
export async function examineForHouse(
  parts: Pick<Parts, 'store'>,
  xml: string,
): Promise<readonly LintProblem[]> {
  const problems = await examineDiagram(xml)
  const known = new Set(problems.map(({ message }) => message))
  const ours = (await houseProblems(parts, xml)).filter(({ message }) => !known.has(message))
  const rank = ({ severity }: LintProblem) => (severity === 'error' ? 0 : 1)
  return [...problems, ...ours].sort((one, other) => rank(one) - rank(other))
}

/** Only what a browser cannot know: whether there is work behind each topic, and whether somebody has each role. */
export async function houseProblems(
  parts: Pick<Parts, 'store'>,
  xml: string,
): Promise<readonly LintProblem[]> {
  try {
    const said = await readDiagram(xml)
    return [...unknownTopics(said), ...(await unheldRoles(parts, said))]
  } catch (error) {
    if (error instanceof EngineError) return [] // it cannot even be read, which the linter says
    throw error
  }
}

/** User tasks that nobody could do today. A warning: whoever is to do it may get the account tomorrow. */
async function unheldRoles({ store }: Pick<Parts, 'store'>, { nodes }: WhatIsSaid): Promise<LintProblem[]> {
  const accounts = await store.read.accounts.all()
  const held = new Set<string>(accounts.filter(({ active }) => active).map(({ role }) => role))
  return [...nodes.values()].flatMap(({ id, name, userTask }) => {
    const groups = userTask?.candidateGroups ?? []
    if (groups.length === 0 || groups.some(group => held.has(group) || !isRole(group))) return []
    const roles = groups.map(group => (isRole(group) ? roleLabel(group) : group)).join('、')
    const message = text('runtime.unheldRole', { activity: name, roles })
    return [{ rule: 'held-role', severity: 'warning', elementId: id, elementName: name, message }]
  })
}
