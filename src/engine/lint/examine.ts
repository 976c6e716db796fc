import { readXml } from '../schema/read-xml.js'
import type { ModdleElement } from '../schema/moddle-types.js'
import { lintDefinitions } from './lint-definitions.js'
import type { LintProblem } from './problem.js'
import type { LintOptions } from './rule.js'
import { checkReading } from './reading.js'
import { checkSource } from './source.js'

/**
 * Everything that is wrong with a file, errors first, and what was read of it. The one examination there is: the
 * server, the command line and the editor's worker all call it, so that none of them can say something of its own.
 *
 * @param house what is asked beyond what makes a diagram run; nothing when a diagram is only to be run
 */
export async function examineText(
  xml: string,
  house: Partial<LintOptions> = {},
): Promise<{ readonly problems: readonly LintProblem[]; readonly root?: ModdleElement }> {
  const unsafe = checkSource(xml)
  if (unsafe.some(problem => problem.severity === 'error')) return { problems: unsafe }
  try {
    const { root, warnings } = await readXml(xml)
    const problems = [...unsafe, ...checkReading(warnings), ...(await lintDefinitions(root, house))]
    const rank = (problem: LintProblem) => (problem.severity === 'error' ? 0 : 1)
    return { problems: problems.sort((a, b) => rank(a) - rank(b)), root }
  } catch (error) {
    return {
      problems: [...unsafe, ...checkReading([error instanceof Error ? error.message : String(error)])],
    }
  }
}
