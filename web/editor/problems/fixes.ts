import type { LintProblem } from '../../../src/engine/lint/problem'
import type { Fix, FixMaker } from './fix'
import type { Fixing } from './fixing'
import { defaultFlowFix } from './fixes/default-flow'
import { demandedLimitFix } from './fixes/demanded-limit'
import { executableFix } from './fixes/executable'
import { userTaskFix } from './fixes/plain-task'
import { roleFix } from './fixes/role'
import { statutoryFix } from './fixes/statutory-limit'
import { nameFix } from './fixes/name'
import { duplicateFlowFix, superfluousGatewayFix } from './fixes/superfluous'

/** By the name of the rule. Only where there is one thing to do that nobody would do otherwise. */
const makers: Readonly<Record<string, FixMaker>> = {
  'user-task-role': roleFix,
  'default-flow': defaultFlowFix,
  'statutory-limit': statutoryFix,
  'demanded-limit': demandedLimitFix,
  'stricter-limit': demandedLimitFix,
  'user-task-name': nameFix,
  'label-required': nameFix,
  'duplicate-flow': duplicateFlowFix,
  'superfluous-gateway': superfluousGatewayFix,
  'supported-elements': userTaskFix,
  'executable-process': executableFix,
}

export function fixOf(problem: LintProblem, fixing: Fixing): Fix | undefined {
  const { rule, elementId } = problem
  if (elementId === undefined || !fixing.find(elementId)) return undefined
  return makers[rule]?.({ ...problem, elementId }, fixing)
}
