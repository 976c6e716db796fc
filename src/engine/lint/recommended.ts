import endEventRequired from 'bpmnlint/rules/end-event-required.js'
import global from 'bpmnlint/rules/global.js'
import labelRequired from 'bpmnlint/rules/label-required.js'
import noBpmndi from 'bpmnlint/rules/no-bpmndi.js'
import noGatewayJoinFork from 'bpmnlint/rules/no-gateway-join-fork.js'
import noOverlappingElements from 'bpmnlint/rules/no-overlapping-elements.js'
import singleEventDefinition from 'bpmnlint/rules/single-event-definition.js'
import superfluousGateway from 'bpmnlint/rules/superfluous-gateway.js'
import type { ModdleElement } from '../schema/moddle-types.js'
import { called } from './called.js'
import type { Severity } from './problem.js'

/**
 * What is taken over from bpmnlint:recommended, said in Chinese. The rest is off:
 *
 * - ad-hoc-sub-process, event-sub-process-typed-start-event, link-event, no-complex-gateway: such elements are
 *   refused altogether (supported-elements)
 * - conditional-flows, event-based-gateway, no-disconnected, no-duplicate-sequence-flows, no-implicit-end,
 *   no-implicit-split, no-implicit-start, single-blank-start-event, start-event-required,
 *   sub-process-blank-start-event: ours know this engine and say more (condition-required, event-gateway,
 *   unreachable, duplicate-flow, dead-end, implicit-split, start-events)
 * - no-inclusive-gateway: diverging ones run well, joins are refused (inclusive-join)
 * - fake-join: loops back into a task are how offices return work; ways that really run twice are found by
 *   merge-without-join
 * - superfluous-label, superfluous-termination: a word more on an arrow, an end that ends, do no harm
 */
export const recommended: Readonly<Record<RecommendedName, Recommended>> = {
  'end-event-required': {
    kind: 'error',
    rule: endEventRequired,
    say: element => `${called(element)}没有结束事件；请添加一个结束事件。`,
  },
  global: {
    kind: 'warning',
    rule: global,
    say: (element, message) => {
      if (message.includes('name is not unique'))
        return `${called(element)}与另一个重名；请改名，或合并为一个。`
      if (message.includes('unused')) return `${called(element)}没有任何环节使用；请删除，或在环节中选择它。`
      return `${called(element)}没有名称；请起一个名称。`
    },
  },
  'label-required': {
    kind: 'warning',
    rule: labelRequired,
    say: element => `${called(element)}没有名称，看图的人不知道它的意思；请写上名称。`,
  },
  'no-bpmndi': {
    kind: 'warning',
    rule: noBpmndi,
    say: element => `${called(element)}没有画在图上，看流程图的人看不到它；请在流程编辑器中补画或删除。`,
  },
  'no-gateway-join-fork': {
    kind: 'warning',
    rule: noGatewayJoinFork,
    say: element => `${called(element)}既汇聚又分支，不易看懂；请拆成两个网关，一个汇聚一个分支。`,
  },
  'no-overlapping-elements': {
    kind: 'warning',
    rule: noOverlappingElements,
    say: (element, message) =>
      message.includes('outside')
        ? `${called(element)}画到了所属子流程或泳池的外面；请移回里面。`
        : `${called(element)}与别的元素重叠；请移开。`,
  },
  'single-event-definition': {
    kind: 'error',
    rule: singleEventDefinition,
    say: element => `${called(element)}有多个触发条件，只有第一个有效；请只保留一个。`,
  },
  'superfluous-gateway': {
    kind: 'warning',
    rule: superfluousGateway,
    say: element => `${called(element)}只有一进一出，没有作用；请删除，直接连线。`,
  },
}

export type RecommendedName =
  | 'end-event-required'
  | 'global'
  | 'label-required'
  | 'no-bpmndi'
  | 'no-gateway-join-fork'
  | 'no-overlapping-elements'
  | 'single-event-definition'
  | 'superfluous-gateway'

/** A rule of bpmnlint and how its finding is said here. */
interface Recommended {
  readonly kind: Severity
  readonly rule: unknown
  readonly say: (element: ModdleElement | undefined, message: string) => string
}
