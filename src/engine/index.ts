/**
 * The engine: where a case may go. It knows BPMN and nothing of grievances; it has no clock, no disk and no network.
 *
 * - **definition** — a version of a diagram that can run, made by {@link compile}
 * - **state** — where an instance stands, canonical: equal situations are equal texts and equal hashes
 * - **stimulus** — one thing that happens to an instance: a completion, a due timer, a message
 * - **turn** — one step: the new state, what it waits for, how it came there
 * - **wait** — something an instance waits for: a person, a time, a job, a message
 * - **slot** — a wait’s place in the state; its address, not its identity (`was` gives the identity)
 * - **evaluate** — how the world answers what a turn asks: conditions, cardinalities, outputs to note
 *
 * The only door to bpmn-engine is `bpmn.ts`, the only door to this folder is this file.
 */
export { advanceOnEngine, learningAdvance } from './advance.js'
export type { Advance } from './advance.js'
export { endedState } from './canonical-state.js'
export type { CanonicalState } from './canonical-state.js'
export { compareDiagrams, mirrored } from './compare/index.js'
export type { Aspect, Change, Comparison, NamedElement, Part, Value } from './compare/index.js'
export { compile, compileInForce, lint } from './compile.js'
export { fieldTypes } from './definition.js'
export type {
  FieldType,
  FlowNode,
  Form,
  FormField,
  ProcessDefinition,
  SequenceFlow,
  TimerSpec,
  UserTaskSpec,
} from './definition.js'
export * from './errors.js'
export { evaluateFeel } from './feel.js'
export { laidOut } from './lay-out.js'
export { decodeDiagram, inUtf8 } from './lint/index.js'
export type { Demands, LintOptions, LintProblem } from './lint/index.js'
export type { Answer, Ask, Evaluate, Passed, Stimulus, Wait, WaitKind } from './stimulus.js'
export { outlineOf } from './outline/index.js'
export type { Outline, OutlinePhase, OutlineStep, WayOn } from './outline/index.js'
export { readDiagram } from './read-diagram.js'
export type { WhatIsSaid } from './read-definition.js'
export { createTransitions } from './transitions.js'
export type { Transitions } from './transitions.js'
export type { Turn } from './turn.js'
