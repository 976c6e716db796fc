import { Problem } from './problem.js'

// Problems of diagrams: read, drawn, put into force.

/** A diagram gives an activity to a role that the office does not have. `known`: the roles there are. */
export class UnknownRoleProblem extends Problem {
  constructor(activity: string, role: string, known: readonly string[]) {
    super('unknownRole', { activity, role, known: known.join('、') })
  }
}

/** A diagram was not deployed; `problems` are the linter's, as they are. */
export class DefinitionRefusedProblem extends Problem {
  constructor(name: string, problems: readonly unknown[], options?: ErrorOptions) {
    super('definitionRefused', { name, count: problems.length, problems }, options)
  }
}

/** A file that is no diagram, or not one that may be read. */
export class DiagramUnreadableProblem extends Problem {
  constructor(reason: string, options?: ErrorOptions) {
    super('diagramUnreadable', { reason }, options)
  }
}

/** The diagram’s process has another id than the one it is saved under. */
export class OtherProcessProblem extends Problem {
  constructor(key: string, found: string) {
    super('otherProcess', { key, found })
  }
}

/** The draft of a diagram was changed since it was read; `revision` is the one it has now. */
export class DraftChangedProblem extends Problem {
  readonly by: string
  readonly at: string
  readonly revision: number

  constructor({ by, at, when, revision }: { by: string; at: string; when: string; revision: number }) {
    super('draftChanged', { by, when })
    this.by = by
    this.at = at
    this.revision = revision
  }
}

/** The draft waits for another administrator’s approval and does not change meanwhile. */
export class DraftFrozenProblem extends Problem {
  constructor(by: string) {
    super('draftFrozen', { by })
  }
}

/** The four-eyes rule: the one who proposes does not approve, and nobody deploys alone. */
export class FourEyesProblem extends Problem {
  constructor() {
    super('fourEyes')
  }
}

/** The four-eyes rule needs two. */
export class OneAdministratorProblem extends Problem {
  constructor() {
    super('oneAdministrator')
  }
}
