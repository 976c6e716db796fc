import type { LintProblem } from '../../engine/index.js'
import { fourEyes } from '../deploy-draft.js'
import { examineForHouse } from '../examine-house.js'
import type { Parts } from '../parts.js'
import { comparison, sideOf } from './comparison.js'
import type { DiagramComparison } from './comparison.js'
import { diagramDraft } from './diagram-draft.js'
import type { DiagramDraft } from './diagram-draft.js'
import { standingOf } from './standing.js'
import type { Standing } from './standing.js'

/** All that an administrator should know before a draft goes into force. */
export interface DeploymentPage {
  readonly draft: DiagramDraft
  /** Against the version in force; null for a process that was never deployed. */
  readonly comparison: DiagramComparison | null
  readonly problems: readonly LintProblem[]
  readonly standing: readonly Standing[]
  readonly fourEyes: boolean
}

/** @throws NotFoundProblem when there is no such process */
export async function deploymentPage(parts: Parts, key: string): Promise<DeploymentPage> {
  const draft = await diagramDraft(parts, key)
  const { inForce, open } = draft
  return {
    draft,
    comparison:
      inForce && open
        ? await comparison(
            parts,
            await sideOf(parts, String(inForce.id)),
            await sideOf(parts, `draft-${key}`),
          )
        : null,
    problems: open ? await examineForHouse(parts, draft.xml) : [],
    standing: await standingOf(parts, key),
    fourEyes: await fourEyes(parts.store.read),
  }
}
