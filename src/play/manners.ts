import type { Verdict } from '../casework/verdict.js'
import type { ScriptedCase } from './scripted-case.js'

/** How the people of a case behave, read from what its file expects. */
export interface Manners {
  readonly verdict: Verdict
  /** The department that disputes the cause; null when none does. */
  readonly objecting: string | null
  /** Nobody ever answers the telephone. */
  readonly unreachable: boolean
  /** The first feedback is a 阶段性答复. */
  readonly interim: boolean
  /** The department does nothing until it is supervised. */
  readonly slow: boolean
  /** The office returns the first rectification. */
  readonly returned: boolean
  /** The citizen asks for a review. */
  readonly review: boolean
  /** The complaint is about the centre or its people (R22). */
  readonly aboutOffice: boolean
}

/** The words that a case’s `expect` says it with. */
export function mannersOf({ expect, departments, fault, causes }: ScriptedCase): Manners {
  const says = (words: RegExp) => words.test(expect)
  return {
    verdict: verdictOf(fault, causes.includes('A3') || says(/依法不能办/)),
    objecting: says(/异议/) ? (departments.at(-1) ?? null) : null,
    unreachable: says(/未接通|联系未果/),
    interim: says(/阶段性答复/),
    slow: says(/督办/),
    returned: says(/退回/),
    review: says(/复核/),
    aboutOffice: says(/另一人/),
  }
}

function verdictOf(fault: ScriptedCase['fault'], forbidden: boolean): Verdict {
  if (fault === 'citizen') return forbidden ? 'notPermitted' : 'citizen'
  return fault === 'objective' || fault === 'mixed' ? fault : 'department'
}
