import type { Instant } from '../clock.js'
import { evaluateFeel } from '../engine/index.js'
import type { Ask, Evaluate, ProcessDefinition } from '../engine/index.js'
import type { Subject } from './subject.js'

/** Answers a turn’s questions from the subject’s facts, and notes on it what the diagram says is to be noted. */
export function evaluating(definition: ProcessDefinition, subject: Subject, now: Instant): Evaluate {
  return (ask: Ask) => {
    switch (ask.kind) {
      case 'condition':
      case 'completion':
        return evaluateFeel(ask.expression, subject.context(now)) === true
      case 'cardinality':
        return cardinality(ask.collection)
      case 'record':
        for (const { name, value } of definition.nodes.get(ask.elementId)?.outputs ?? []) {
          subject.note(name, outputValue(value))
        }
        return null
    }
  }

  function cardinality(collection: string): number {
    const fixed = Number(collection)
    return Number.isInteger(fixed) ? fixed : subject.collection(collection).length
  }

  function outputValue(value: string): unknown {
    return value.startsWith('=') ? evaluateFeel(value.slice(1), subject.context(now)) : value
  }
}
