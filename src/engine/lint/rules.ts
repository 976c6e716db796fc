import type { Severity } from './problem.js'
import type { RuleFactory } from './rule.js'
import askedBefore from './rules/asked-before.js'
import automaticLoop from './rules/automatic-loop.js'
import conditionPlace from './rules/condition-place.js'
import conditionRequired from './rules/condition-required.js'
import deadEnd from './rules/dead-end.js'
import defaultFlow from './rules/default-flow.js'
import demandedLimit from './rules/demanded-limit.js'
import differentPerson from './rules/different-person.js'
import duplicateFlow from './rules/duplicate-flow.js'
import errorEvents from './rules/error-events.js'
import escalationEvents from './rules/escalation-events.js'
import eventGateway from './rules/event-gateway.js'
import executableProcess from './rules/executable-process.js'
import feelSyntax from './rules/feel-syntax.js'
import figureAnswers from './rules/figure-answers.js'
import figureDetails from './rules/figure-details.js'
import figureFacts from './rules/figure-facts.js'
import flowEnds from './rules/flow-ends.js'
import foreignSettings from './rules/foreign-settings.js'
import formFields from './rules/form-fields.js'
import idleBoundary from './rules/idle-boundary.js'
import ids from './rules/ids.js'
import implicitSplit from './rules/implicit-split.js'
import inclusiveJoin from './rules/inclusive-join.js'
import inputParameters from './rules/input-parameters.js'
import knownChoice from './rules/known-choice.js'
import limitAttributes from './rules/limit-attributes.js'
import manualTask from './rules/manual-task.js'
import mergeWithoutJoin from './rules/merge-without-join.js'
import messageName from './rules/message-name.js'
import multiInstance from './rules/multi-instance.js'
import noScripts from './rules/no-scripts.js'
import outputParameters from './rules/output-parameters.js'
import parallelJoin from './rules/parallel-join.js'
import serviceTaskTopic from './rules/service-task-topic.js'
import sizeLimits from './rules/size-limits.js'
import startEvents from './rules/start-events.js'
import statutoryLimit from './rules/statutory-limit.js'
import stricterLimit from './rules/stricter-limit.js'
import supportedElements from './rules/supported-elements.js'
import thrownMessage from './rules/thrown-message.js'
import timerPlace from './rules/timer-place.js'
import timerValue from './rules/timer-value.js'
import unreachable from './rules/unreachable.js'
import userTaskName from './rules/user-task-name.js'
import userTaskRole from './rules/user-task-role.js'
import wayOut from './rules/way-out.js'

/**
 * Our own rules, by name. An error is what the engine would run wrongly, what would leave a case where nobody finds
 * it, or what could harm; a warning is what runs and is probably not meant.
 */
export const rules = {
  'asked-before': { kind: 'error', rule: askedBefore },
  'automatic-loop': { kind: 'error', rule: automaticLoop },
  'condition-place': { kind: 'error', rule: conditionPlace },
  'condition-required': { kind: 'error', rule: conditionRequired },
  'dead-end': { kind: 'error', rule: deadEnd },
  'default-flow': { kind: 'error', rule: defaultFlow },
  'demanded-limit': { kind: 'error', rule: demandedLimit },
  'different-person': { kind: 'error', rule: differentPerson },
  'duplicate-flow': { kind: 'error', rule: duplicateFlow },
  'error-events': { kind: 'error', rule: errorEvents },
  'escalation-events': { kind: 'warning', rule: escalationEvents },
  'event-gateway': { kind: 'error', rule: eventGateway },
  'executable-process': { kind: 'error', rule: executableProcess },
  'feel-syntax': { kind: 'error', rule: feelSyntax },
  'figure-answers': { kind: 'error', rule: figureAnswers },
  'figure-details': { kind: 'warning', rule: figureDetails },
  'figure-facts': { kind: 'error', rule: figureFacts },
  'flow-ends': { kind: 'error', rule: flowEnds },
  'foreign-settings': { kind: 'warning', rule: foreignSettings },
  'form-fields': { kind: 'error', rule: formFields },
  'idle-boundary': { kind: 'warning', rule: idleBoundary },
  ids: { kind: 'error', rule: ids },
  'implicit-split': { kind: 'error', rule: implicitSplit },
  'inclusive-join': { kind: 'error', rule: inclusiveJoin },
  'input-parameters': { kind: 'warning', rule: inputParameters },
  'known-choice': { kind: 'warning', rule: knownChoice },
  'limit-attributes': { kind: 'error', rule: limitAttributes },
  'manual-task': { kind: 'warning', rule: manualTask },
  'merge-without-join': { kind: 'warning', rule: mergeWithoutJoin },
  'message-name': { kind: 'error', rule: messageName },
  'multi-instance': { kind: 'error', rule: multiInstance },
  'no-scripts': { kind: 'error', rule: noScripts },
  'output-parameters': { kind: 'error', rule: outputParameters },
  'parallel-join': { kind: 'error', rule: parallelJoin },
  'service-task-topic': { kind: 'error', rule: serviceTaskTopic },
  'size-limits': { kind: 'error', rule: sizeLimits },
  'start-events': { kind: 'error', rule: startEvents },
  'statutory-limit': { kind: 'error', rule: statutoryLimit },
  'stricter-limit': { kind: 'warning', rule: stricterLimit },
  'supported-elements': { kind: 'error', rule: supportedElements },
  'thrown-message': { kind: 'warning', rule: thrownMessage },
  'timer-place': { kind: 'error', rule: timerPlace },
  'timer-value': { kind: 'error', rule: timerValue },
  unreachable: { kind: 'error', rule: unreachable },
  'user-task-name': { kind: 'error', rule: userTaskName },
  'user-task-role': { kind: 'error', rule: userTaskRole },
  'way-out': { kind: 'error', rule: wayOut },
} as const satisfies Readonly<Record<string, { kind: Severity; rule: RuleFactory }>>
