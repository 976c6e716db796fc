// What bpmn-moddle gives for the elements that are read here. bpmn-moddle has no types of its own: these are
// structural, read-only, and honest about absence. A property that the XML does not have is undefined, a
// collection too; `incoming` and `outgoing` are left out on purpose, because they say only what the file lists and
// files of other tools list nothing: ask the graph instead.

import type { CamundaTypes } from './camunda-types.js'
import type { ModdleElement } from './moddle-element.js'

export type { ModdleElement } from './moddle-element.js'

export interface BpmnBaseElement extends ModdleElement {
  readonly documentation?: readonly BpmnDocumentation[]
  readonly extensionElements?: BpmnExtensionElements
}

interface BpmnDocumentation extends ModdleElement {
  readonly text?: string
}

interface BpmnExtensionElements extends ModdleElement {
  readonly values?: readonly ModdleElement[]
}

export interface BpmnDefinitions extends BpmnBaseElement {
  readonly name?: string
  readonly targetNamespace?: string
  readonly rootElements?: readonly ModdleElement[]
  readonly diagrams?: readonly ModdleElement[]
}

/** What holds flow elements: a process or an embedded sub-process. */
export interface BpmnScope extends BpmnBaseElement {
  readonly name?: string
  readonly flowElements?: readonly BpmnFlowElement[]
  readonly laneSets?: readonly BpmnLaneSet[]
  readonly artifacts?: readonly ModdleElement[]
}

export interface BpmnProcess extends BpmnScope {
  readonly isExecutable?: boolean
}

interface BpmnCollaboration extends BpmnBaseElement {
  readonly participants?: readonly BpmnParticipant[]
  readonly messageFlows?: readonly ModdleElement[]
}

interface BpmnParticipant extends BpmnBaseElement {
  readonly name?: string
  readonly processRef?: BpmnProcess
}

interface BpmnLaneSet extends BpmnBaseElement {
  readonly lanes?: readonly BpmnLane[]
}

export interface BpmnLane extends BpmnBaseElement {
  readonly name?: string
  readonly flowNodeRef?: readonly BpmnFlowNode[]
  readonly childLaneSet?: BpmnLaneSet
}

export interface BpmnFlowElement extends BpmnBaseElement {
  readonly name?: string
}

/** What a sequence flow can begin or end at. */
export interface BpmnFlowNode extends BpmnFlowElement {
  readonly default?: BpmnSequenceFlow
}

interface BpmnGateway extends BpmnFlowNode {
  readonly gatewayDirection?: string
}

export interface BpmnSequenceFlow extends BpmnFlowElement {
  /** Absent where the file names a node that does not exist. */
  readonly sourceRef?: BpmnFlowNode
  readonly targetRef?: BpmnFlowNode
  readonly conditionExpression?: BpmnExpression
}

/** `language` is an attribute of formal expressions only. */
export interface BpmnExpression extends BpmnBaseElement {
  readonly body?: string
  readonly language?: string
}

interface BpmnActivity extends BpmnFlowNode {
  readonly loopCharacteristics?: ModdleElement
  readonly isForCompensation?: boolean
}

export interface BpmnMultiInstance extends BpmnBaseElement {
  readonly isSequential?: boolean
  readonly loopCardinality?: BpmnExpression
  readonly completionCondition?: BpmnExpression
  /** camunda */
  readonly collection?: string
  /** camunda */
  readonly elementVariable?: string
}

interface BpmnSubProcess extends BpmnActivity, Omit<BpmnScope, 'name'> {
  readonly triggeredByEvent?: boolean
}

export interface BpmnUserTask extends BpmnActivity {
  /** camunda; comma separated */
  readonly candidateGroups?: string
  /** camunda; comma separated */
  readonly candidateUsers?: string
  /** camunda */
  readonly assignee?: string
  /** camunda */
  readonly formKey?: string
  /** bdc; ids of user tasks, space separated: this one is for somebody else than who did those. */
  readonly differentFrom?: string
}

/** Also what camunda allows on business rule and send tasks and on message events. */
interface BpmnServiceTask extends BpmnActivity {
  /** camunda; `external` */
  readonly type?: string
  /** camunda */
  readonly topic?: string
}

interface BpmnScriptTask extends BpmnActivity {
  readonly script?: string
}

interface BpmnReceiveTask extends BpmnActivity {
  readonly messageRef?: BpmnMessage
}

export interface BpmnEvent extends BpmnFlowNode {
  /** Definitions shared between events; nobody draws them. */
  readonly eventDefinitionRef?: readonly ModdleElement[]
  readonly eventDefinitions?: readonly BpmnEventDefinition[]
}

interface BpmnStartEvent extends BpmnEvent {
  readonly isInterrupting?: boolean
}

export interface BpmnBoundaryEvent extends BpmnEvent {
  readonly attachedToRef?: BpmnActivity
  /** moddle gives the default, true, when the file says nothing. */
  readonly cancelActivity?: boolean
}

interface BpmnEventDefinition extends BpmnBaseElement {
  readonly name?: string
}

export interface BpmnTimerEventDefinition extends BpmnEventDefinition {
  readonly timeDuration?: BpmnExpression
  readonly timeDate?: BpmnExpression
  readonly timeCycle?: BpmnExpression
  /** bdc; `workdays` or `days`; days when absent. */
  readonly calendar?: string
  /** bdc; `statutory` or `internal`. */
  readonly kind?: string
  /** bdc; a duration before the due day, `P1D`. */
  readonly warnBefore?: string
  /** bdc; whom the cards reach: `assignee`, `group`, roles. */
  readonly warn?: string
  /** bdc; the fact whose instant starts the clock. */
  readonly from?: string
  /** bdc; where the limit stands in the notice. */
  readonly paragraph?: string
  /** bdc; which promise to the citizen the limit measures. */
  readonly promise?: string
  /** bdc; grounds on which its clock may be stopped, by spaces. */
  readonly mayPause?: string
  /** bdc; `interimReply` where another day may be given. */
  readonly mayExtend?: string
}

interface BpmnMessageEventDefinition extends BpmnEventDefinition {
  readonly messageRef?: BpmnMessage
}

interface BpmnErrorEventDefinition extends BpmnEventDefinition {
  readonly errorRef?: BpmnError
}

interface BpmnEscalationEventDefinition extends BpmnEventDefinition {
  readonly escalationRef?: BpmnEscalation
}

export interface BpmnMessage extends BpmnBaseElement {
  readonly name?: string
}

interface BpmnError extends BpmnBaseElement {
  readonly name?: string
  readonly errorCode?: string
}

interface BpmnEscalation extends BpmnBaseElement {
  readonly name?: string
  readonly escalationCode?: string
}

/** Moddle type name → what it is, for {@link isA}. Supertypes are listed where they are asked for. */
export interface ModdleTypes extends CamundaTypes {
  'bpmn:BaseElement': BpmnBaseElement
  'bpmn:Definitions': BpmnDefinitions
  'bpmn:Process': BpmnProcess
  'bpmn:FlowElementsContainer': BpmnScope
  'bpmn:Collaboration': BpmnCollaboration
  'bpmn:Participant': BpmnParticipant
  'bpmn:LaneSet': BpmnLaneSet
  'bpmn:Lane': BpmnLane
  'bpmn:FlowElement': BpmnFlowElement
  'bpmn:FlowNode': BpmnFlowNode
  'bpmn:SequenceFlow': BpmnSequenceFlow
  'bpmn:Expression': BpmnExpression
  'bpmn:FormalExpression': BpmnExpression
  'bpmn:Activity': BpmnActivity
  'bpmn:Task': BpmnActivity
  'bpmn:SubProcess': BpmnSubProcess
  'bpmn:UserTask': BpmnUserTask
  'bpmn:ServiceTask': BpmnServiceTask
  'bpmn:ReceiveTask': BpmnReceiveTask
  'bpmn:ManualTask': BpmnActivity
  'bpmn:ScriptTask': BpmnScriptTask
  'bpmn:MultiInstanceLoopCharacteristics': BpmnMultiInstance
  'bpmn:Gateway': BpmnGateway
  'bpmn:ExclusiveGateway': BpmnGateway
  'bpmn:InclusiveGateway': BpmnGateway
  'bpmn:ParallelGateway': BpmnGateway
  'bpmn:EventBasedGateway': BpmnGateway
  'bpmn:Event': BpmnEvent
  'bpmn:CatchEvent': BpmnEvent
  'bpmn:ThrowEvent': BpmnEvent
  'bpmn:StartEvent': BpmnStartEvent
  'bpmn:EndEvent': BpmnEvent
  'bpmn:IntermediateCatchEvent': BpmnEvent
  'bpmn:IntermediateThrowEvent': BpmnEvent
  'bpmn:BoundaryEvent': BpmnBoundaryEvent
  'bpmn:EventDefinition': BpmnEventDefinition
  'bpmn:TimerEventDefinition': BpmnTimerEventDefinition
  'bpmn:MessageEventDefinition': BpmnMessageEventDefinition
  'bpmn:ErrorEventDefinition': BpmnErrorEventDefinition
  'bpmn:EscalationEventDefinition': BpmnEscalationEventDefinition
  'bpmn:TerminateEventDefinition': BpmnEventDefinition
  'bpmn:Message': BpmnMessage
  'bpmn:Error': BpmnError
  'bpmn:Escalation': BpmnEscalation
}
