import { formatDate, localDateOf } from '../../../calendar/index.js'
import { factLabel } from '../../../casework/facts.js'
import { text } from '../../../catalogue/index.js'
import type { Handbook } from '../../../runtime/index.js'
import { pathTo, paths } from '../../paths.js'
import { diagram, type DiagramModel, type PageHeaderModel } from '../parts.js'
import { state, type StateModel } from '../state.js'
import { versionState } from './list.js'
import { durationWords, timeWords } from './time-words.js'
import { roleWords } from './value-words.js'
import { fieldRows, type FieldRow } from './handbook-form.js'
import { waysInWords } from './ways-in-words.js'

type Step = Handbook['outline']['phases'][number]['steps'][number]
type Node = Step['node']

/** The model of `processes/handbook`: the diagram told in words, to be read or printed. */
export interface HandbookModel {
  readonly header: PageHeaderModel
  readonly documentation: string | null
  readonly phases: readonly {
    readonly id: string
    readonly name: string
    readonly steps: readonly StepModel[]
  }[]
  readonly diagram: DiagramModel
}

interface StepModel {
  readonly id: string
  /** numbers only what somebody does */
  readonly number: string | null
  readonly name: string
  readonly kind: StateModel | null
  readonly within: string | null
  readonly documentation: string | null
  readonly who: string | null
  readonly limits: readonly string[]
  readonly fields: readonly FieldRow[]
  readonly records: string | null
  readonly next: readonly string[]
}

export function handbookModel({ version, newest, outline }: Handbook): HandbookModel {
  const { id, version: number, deployedAt } = version
  const inForce = number === newest
  const all = outline.phases.flatMap(({ steps }) => steps)
  const names = new Map(all.map(({ node }) => [node.id, node.name]))
  let count = 0
  return {
    header: {
      title: text('handbook.title', { name: outline.name }),
      what: text(inForce ? 'handbook.what' : 'handbook.what.old', {
        version: number,
        when: formatDate(localDateOf(deployedAt)),
        now: newest,
      }),
      next: text('handbook.next'),
      by: null,
      state: versionState(inForce),
    },
    documentation: outline.documentation === '' ? null : outline.documentation,
    phases: outline.phases.map((phase, index) => ({
      id: `phase-${index + 1}`,
      name: phase.name === '' ? outline.name : phase.name,
      steps: phase.steps.filter(isTold).map(step => {
        if (isWork(step.node)) count += 1
        return stepModel(step, isWork(step.node) ? count : null, { names, all })
      }),
    })),
    diagram: diagram(pathTo(paths.definitionXml, { id }), null),
  }
}

/** Ends are told by the way that leads there. */
function isTold({ node }: Step): boolean {
  return node.type !== 'bpmn:EndEvent' && !(node.type === 'bpmn:StartEvent' && node.parentId !== undefined)
}

function isWork({ type }: Node): boolean {
  return type.endsWith('Task')
}

interface Surroundings {
  readonly names: ReadonlyMap<string, string>
  readonly all: readonly Step[]
}

function stepModel(step: Step, number: number | null, around: Surroundings): StepModel {
  const { node, within, next } = step
  return {
    id: node.id,
    number: number === null ? null : text('handbook.number', { number }),
    name: node.name === node.id ? text('handbook.unnamed') : node.name,
    kind: number === null ? state('closed', text(`handbook.kind.${kindOf(node)}`)) : null,
    within: within === null ? null : text('handbook.within', { scope: within }),
    documentation: node.documentation ?? null,
    who: whoOf(node, around),
    limits: limitsOf(step, around),
    fields: fieldRows(node),
    records:
      node.outputs.length === 0
        ? null
        : [...new Set(node.outputs.map(({ name }) => factLabel(name)))].join('、'),
    next: waysInWords(next),
  }
}

function kindOf({ type }: Node): string {
  if (type === 'bpmn:StartEvent') return 'start'
  return type.endsWith('SubProcess') ? 'scope' : 'event'
}

function whoOf({ userTask, job, multiInstance }: Node, { names }: Surroundings): string | null {
  if (job) return text('handbook.who.machine')
  if (!userTask) return null
  const roles = userTask.candidateGroups.map(roleWords).join('、')
  const each = multiInstance?.collection
  const who = each ? text('handbook.who.each', { who: roles, collection: factLabel(each) }) : roles
  if (userTask.differentFrom.length === 0) return who
  const tasks = userTask.differentFrom.map(id =>
    text('compare.condition.quoted', { value: names.get(id) ?? id }),
  )
  return text('handbook.who.different', { who, tasks: tasks.join('、') })
}

/** Its own limits, and those of the sub-processes around it, which cover all that is in them. */
function limitsOf(step: Step, { all }: Surroundings): string[] {
  const own = [...ownTime(step.node), ...step.border.flatMap(limitWords)]
  const around: string[] = []
  for (let scope = scopeOf(step, all); scope; scope = scopeOf(scope, all)) {
    const { node, border } = scope
    around.push(
      ...border.flatMap(limitWords).map(limit => text('handbook.limit.within', { scope: node.name, limit })),
    )
  }
  return [...own, ...around]
}

/** A start that comes by itself, or a wait. */
function ownTime({ type, timer }: Node): string[] {
  if (!timer) return []
  const kind = type === 'bpmn:StartEvent' ? 'start' : 'wait'
  return [text(`handbook.limit.${kind}`, { time: timeWords(timer) })]
}

function scopeOf({ node }: Step, all: readonly Step[]): Step | undefined {
  return node.parentId === undefined ? undefined : all.find(one => one.node.id === node.parentId)
}

function limitWords({ node, next }: Step['border'][number]): string[] {
  const { timer, name, interrupting } = node
  if (!timer) return []
  const then = waysInWords(next).join('，')
  return [
    text('handbook.limit.value', {
      name,
      time: timeWords(timer),
      kind: text(`compare.limit.${timer.kind ?? 'internal'}`),
    }) +
      (timer.from ? text('handbook.limit.from', { from: factLabel(timer.from) }) : '') +
      (timer.warnBefore
        ? text('handbook.limit.warn', { time: durationWords(timer.warnBefore, timer.calendar) })
        : '') +
      (timer.paragraph ? text('handbook.limit.paragraph', { paragraph: timer.paragraph }) : '') +
      (then === ''
        ? ''
        : text(interrupting ? 'handbook.limit.stops' : 'handbook.limit.next', { next: then })),
  ]
}
