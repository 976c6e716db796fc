import { NotFoundProblem } from '../../casework/problem.js'
import { text } from '../../catalogue/index.js'
import type { ProcessLine } from '../../store/index.js'
import type { LintProblem } from '../../engine/index.js'
import { fourEyes } from '../deploy-draft.js'
import { examineDiagram } from '../examine.js'
import type { Parts } from '../parts.js'
import { diagramDraft } from './diagram-draft.js'
import type { DiagramDraft } from './diagram-draft.js'
import { standingOf } from './standing.js'
import type { Standing } from './standing.js'

/** Every process with its versions, the newest first, and its draft. */
export interface ProcessesPage {
  readonly processes: readonly {
    readonly key: string
    readonly name: string
    readonly versions: readonly ProcessLine[]
    /** Null where nobody is changing it. */
    readonly draft: DiagramDraft | null
  }[]
  readonly fourEyes: boolean
}

export async function processesPage(parts: Parts): Promise<ProcessesPage> {
  const versions = await parts.store.views.processList()
  const drafts = await Promise.all(
    (await parts.store.read.diagramDrafts.allOpen()).map(({ key }) => diagramDraft(parts, key)),
  )
  const keys = [...new Set([...versions.map(({ key }) => key), ...drafts.map(({ key }) => key)])]
  return {
    processes: keys.map(key => {
      const ofKey = versions.filter(one => one.key === key)
      const draft = drafts.find(one => one.key === key) ?? null
      return { key, name: ofKey[0]?.name ?? draft?.name ?? key, versions: ofKey, draft }
    }),
    fourEyes: await fourEyes(parts.store.read),
  }
}

/** One version, the others of its process, and where what runs on it stands. */
export interface VersionPage {
  readonly version: ProcessLine
  readonly versions: readonly ProcessLine[]
  readonly draft: DiagramDraft
  readonly standing: Standing | null
  readonly fourEyes: boolean
  /**
   * What the rules of today find wrong with it. It came into force under those of its day, and goes on; only where a case
   * comes to a place that cannot be done, that one stops and is in 异常.
   */
  readonly problems: readonly LintProblem[]
}

/** @throws NotFoundProblem */
export async function versionPage(parts: Parts, id: number): Promise<VersionPage> {
  const all = await parts.store.views.processList()
  const version = all.find(one => one.id === id)
  if (!version) throw new NotFoundProblem(text('runtime.definition'))
  const standing = await standingOf(parts, version.key)
  const stored = await parts.store.read.definitions.byId(id)
  const found = stored ? await examineDiagram(stored.xml) : []
  return {
    version,
    versions: all.filter(({ key }) => key === version.key),
    draft: await diagramDraft(parts, version.key),
    standing: standing.find(({ definitionId }) => definitionId === id) ?? null,
    problems: found.filter(({ severity }) => severity === 'error'),
    fourEyes: await fourEyes(parts.store.read),
  }
}
