import type { SourceContext } from './bpmn.js'
import type { Form } from './schema/form.js'

export { fieldTypes } from './schema/form.js'
export type { FieldType, Form, FormField } from './schema/form.js'

/** One version of a diagram that can run: what the diagram says, read once, for everything that lives by it. */
export interface ProcessDefinition {
  /** The process’s id, the same in all versions. */
  readonly key: string
  readonly name: string
  readonly xml: string
  /** Flow nodes at every level, by id. */
  readonly nodes: ReadonlyMap<string, FlowNode>
  /** Sequence flows at every level, by id. */
  readonly flows: ReadonlyMap<string, SequenceFlow>
  /** Start events with a timer: whoever deploys the definition sees to their time. */
  readonly startTimers: readonly FlowNode[]
  /** The serialised model, shared by every turn. */
  readonly source: SourceContext
}

/** A flow node: an event, an activity or a gateway (BPMN 2.0, 7.2). */
export interface FlowNode {
  readonly id: string
  /** Its type with prefix, such as `bpmn:UserTask`. */
  readonly type: string
  readonly name: string
  readonly documentation?: string
  /** The sub-process it stands in; absent at the process’s own level. */
  readonly parentId?: string
  /** The name of the lane that holds it, or the sub-process it stands in. */
  readonly lane?: string
  /** For a boundary event, the activity it sits on. */
  readonly attachedTo?: string
  /** For a boundary event, whether it ends that activity. */
  readonly interrupting?: boolean
  readonly userTask?: UserTaskSpec
  readonly timer?: TimerSpec
  readonly job?: { readonly topic: string }
  readonly message?: { readonly name: string }
  readonly multiInstance?: MultiInstance
  /** Facts noted when the node is left (camunda:outputParameter): text, or FEEL when it begins with `=`. */
  readonly outputs: readonly { readonly name: string; readonly value: string }[]
}

export interface SequenceFlow {
  readonly id: string
  readonly name?: string
  readonly from: string
  readonly to: string
  /** FEEL. */
  readonly condition?: string
}

/** Who does it and what they fill in. */
export interface UserTaskSpec {
  readonly candidateGroups: readonly string[]
  readonly assignee?: string
  readonly form: Form
  /** Ids of tasks whose doer may not do this one (bdc:differentFrom). */
  readonly differentFrom: readonly string[]
}

/** A time limit as the diagram states it; when that is, the calendar says. */
export interface TimerSpec {
  readonly type: 'timeDuration' | 'timeDate' | 'timeCycle'
  /** ISO 8601. */
  readonly value: string
  readonly calendar: 'workdays' | 'days'
  /** The notice’s own limit, or one the office set itself. */
  readonly kind?: 'statutory' | 'internal'
  /** ISO 8601 duration before the due day at which the yellow card falls due; P0D is the morning of the due day. */
  readonly warnBefore?: string
  /** Whom its cards reach: `assignee`, `group` or a role, parted by spaces; absent: assignee and group. */
  readonly warn?: string
  /** The fact that holds the instant the clock starts from; absent: when the limit is armed. */
  readonly from?: string
  /** The notice’s paragraph. */
  readonly paragraph?: string
  /** Which promise to the citizen it measures. */
  readonly promise?: string
  /** The grounds on which its clock may be stopped; absent: it never stops. */
  readonly mayPause?: readonly string[]
  /** Whether an interim reply may give another day in its place. */
  readonly mayExtend?: 'interimReply'
}

/** Runs once per element of a collection of facts (BPMN 2.0, 10.3.8). */
export interface MultiInstance {
  readonly sequential: boolean
  readonly collection?: string
  readonly cardinality?: string
  readonly completionCondition?: string
  readonly elementVariable?: string
}
