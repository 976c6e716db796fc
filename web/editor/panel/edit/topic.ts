import type { ModdleElement } from '../../../../src/engine/schema/moddle-types.js'
import type { Change } from './change.js'

/** The work that a service task hands to the system, by its topic. */
export function setTopic(of: ModdleElement, topic: string): Change[] {
  return [
    {
      of,
      set:
        topic === ''
          ? { 'camunda:topic': undefined }
          : { 'camunda:type': 'external', 'camunda:topic': topic },
    },
  ]
}
