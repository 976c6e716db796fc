import camunda from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' }
import { bandecheng } from './bandecheng.js'

/** The packages that bpmn-moddle and bpmn-js are given, so that camunda’s attributes and ours are typed. */
export const moddleExtensions = { camunda, bdc: bandecheng }
