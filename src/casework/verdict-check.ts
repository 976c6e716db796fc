import { text } from '../catalogue/index.js'
import { type CauseCode, causeGroupOf } from './cause.js'
import type { GuideMatch } from './guide.js'
import type { Verdict } from './verdict.js'

/** What a verdict is judged by. */
export interface VerdictInput {
  readonly verdict: Verdict
  readonly cause: CauseCode | null
  readonly causeSecondary: CauseCode | null
  /** What is missing, as told to the citizen; blank counts as nothing. */
  readonly missingMaterials: string | null
  /** What the citizen said at intake. */
  readonly guideMatch: GuideMatch | null
  /** What the office found when it looked the guide up; null when nobody looked. Weighs more than `guideMatch`. */
  readonly guideNamesIt: boolean | null
}

/** Something about a verdict: `refused` cannot stand, `warning` is said and may be overridden. */
export interface VerdictFinding {
  readonly severity: 'refused' | 'warning'
  readonly field: 'verdict' | 'missingMaterials' | 'cause'
  readonly message: string
}

/** R14 and the fit of cause and verdict; an empty list is a sound verdict. */
export function checkVerdict(input: VerdictInput): VerdictFinding[] {
  const findings: VerdictFinding[] = []
  const listsNothing = (input.missingMaterials ?? '').trim() === ''
  if (listsNothing && input.verdict === 'citizen') {
    findings.push(finding('refused', 'missingMaterials', 'casework.verdict.missingMaterials'))
  }
  if (listsNothing && input.verdict === 'mixed') {
    findings.push(finding('warning', 'missingMaterials', 'casework.verdict.citizensPart'))
  }
  if (input.verdict === 'citizen' && !guideNamedIt(input)) {
    findings.push(finding('refused', 'verdict', 'problem.guideDidNotName'))
  }
  if (input.cause !== null && !causesFit(input.verdict, input.cause, input.causeSecondary)) {
    findings.push(finding('warning', 'cause', `casework.verdict.causeMisfit.${input.verdict}`))
  }
  return findings
}

/** R14: if the guide did not name it, it is not A. Without a look at the guide the citizen's word stands. */
export function guideNamedIt(input: Pick<VerdictInput, 'guideMatch' | 'guideNamesIt'>): boolean {
  return input.guideNamesIt ?? (input.guideMatch !== 'more' && input.guideMatch !== 'less')
}

/** A3 is what the law does not allow: explained, but not the citizen's fault. Mixed wants both sides named. */
export function causesFit(verdict: Verdict, cause: CauseCode, secondary: CauseCode | null): boolean {
  switch (verdict) {
    case 'citizen':
      return causeGroupOf(cause) === 'A' && cause !== 'A3'
    case 'notPermitted':
      return cause === 'A3'
    case 'department':
      return causeGroupOf(cause) === 'B'
    case 'objective':
      return causeGroupOf(cause) === 'C'
    case 'mixed': {
      if (secondary === null) return false
      const groups = [causeGroupOf(cause), causeGroupOf(secondary)]
      return groups.filter(group => group === 'A').length === 1
    }
  }
}

function finding(
  severity: VerdictFinding['severity'],
  field: VerdictFinding['field'],
  key: string,
): VerdictFinding {
  return { severity, field, message: text(key) }
}
