import { expect } from 'chai'
import {
  cross,
  distanceToBorder,
  isInside,
  isStraight,
  overlap,
  runsThrough,
  segmentsOf,
} from './geometry.js'
import { modelNames, readModel } from './models.js'
import type { Drawn, Model } from './models.js'

const containers = ['bpmn:Participant', 'bpmn:Lane', 'bpmn:SubProcess', 'bpmn:Group']
const id = ({ bpmnElement }: Drawn) => bpmnElement.id

for (const name of modelNames) {
  describe(`The drawing of ${name}`, () => {
    let model: Model
    before(async () => {
      model = await readModel(name)
    })

    it('shows every element once', () => {
      const { collaboration, lanes, nodes, flows, artifacts, drawn } = model
      const elements = [...collaboration.participants!, ...lanes, ...nodes, ...flows, ...artifacts]
      expect(drawn.map(id).sort()).to.deep.equal(elements.map(element => element.id).sort())
    })

    it('opens sub-processes, lays lanes flat and marks exclusive gateways', () => {
      const { drawn } = model
      for (const shape of drawn) {
        const type = shape.bpmnElement.$type
        if (type === 'bpmn:SubProcess') expect(shape.isExpanded, id(shape)).to.equal(true)
        if (type === 'bpmn:ExclusiveGateway') expect(shape.isMarkerVisible, id(shape)).to.equal(true)
        if (type === 'bpmn:Lane' || type === 'bpmn:Participant')
          expect(shape.isHorizontal, id(shape)).to.equal(true)
      }
    })

    it('keeps everything inside the pool, and each node inside its lane', () => {
      const { drawn, lanes } = model
      const box = (of: string) => drawn.find(shape => id(shape) === of)!.bounds!
      const pool = drawn.find(shape => shape.bpmnElement.$type === 'bpmn:Participant')!.bounds!
      for (const shape of drawn) {
        for (const bounds of [shape.bounds, shape.label?.bounds]) {
          if (bounds) expect(isInside(bounds, pool), id(shape)).to.equal(true)
        }
        for (const { x, y } of shape.waypoint ?? [])
          expect(isInside({ x, y, width: 0, height: 0 }, pool), id(shape)).to.equal(true)
      }
      for (const lane of lanes) {
        for (const node of lane.flowNodeRef!) {
          // sub-processes with steps of several roles span lanes; their boundary events sit on their border
          const host = node.attachedToRef ?? node
          if (host.$type === 'bpmn:SubProcess' || node.$type === 'bpmn:BoundaryEvent') continue
          expect(isInside(box(node.id), box(lane.id)), node.id).to.equal(true)
        }
      }
    })

    it('puts every node at the process’s own level into one lane', () => {
      const { lanes, process } = model
      const placed = lanes.flatMap(lane => lane.flowNodeRef!.map(node => node.id))
      const own = process.flowElements!.filter(element => element.$instanceOf('bpmn:FlowNode'))
      expect(placed.sort()).to.deep.equal(own.map(element => element.id).sort())
    })

    it('draws flows at right angles, from border to border', () => {
      const { drawn } = model
      const shapeOf = new Map(drawn.map(shape => [id(shape), shape]))
      for (const edge of drawn.filter(each => each.bpmnElement.$type === 'bpmn:SequenceFlow')) {
        expect(segmentsOf(edge).every(isStraight), id(edge)).to.equal(true)
        const { sourceRef, targetRef } = edge.bpmnElement
        const [first, last] = [edge.waypoint!.at(0)!, edge.waypoint!.at(-1)!]
        expect(distanceToBorder(first, shapeOf.get(sourceRef!.id)!), id(edge)).to.be.below(0.5)
        expect(distanceToBorder(last, shapeOf.get(targetRef!.id)!), id(edge)).to.be.below(0.5)
      }
    })

    it('lets no two flows cross', () => {
      const { drawn } = model
      const edges = drawn.filter(each => each.bpmnElement.$type === 'bpmn:SequenceFlow')
      const crossings = edges.flatMap((one, index) =>
        edges
          .slice(index + 1)
          .filter(other => segmentsOf(one).some(a => segmentsOf(other).some(b => cross(a, b))))
          .map(other => `${id(one)} × ${id(other)}`),
      )
      expect(crossings).to.deep.equal([])
    })

    it('lets no label lie on a line, a shape or another label, and no line run through a shape', () => {
      const { drawn } = model
      const solid = drawn.filter(each => each.bounds && !containers.includes(each.bpmnElement.$type))
      const labels = drawn.filter(each => each.label?.bounds)
      const edges = drawn.filter(each => each.bpmnElement.$type === 'bpmn:SequenceFlow')
      const found: string[] = []
      for (const labelled of labels) {
        const box = labelled.label!.bounds!
        for (const shape of solid)
          if (overlap(box, shape.bounds!)) found.push(`label of ${id(labelled)} on ${id(shape)}`)
        for (const other of labels)
          if (other !== labelled && overlap(box, other.label!.bounds!))
            found.push(`label of ${id(labelled)} on label of ${id(other)}`)
        for (const edge of edges)
          if (segmentsOf(edge).some(segment => runsThrough(segment, box)))
            found.push(`label of ${id(labelled)} on ${id(edge)}`)
      }
      for (const edge of edges)
        for (const shape of solid)
          if (!endsAt(edge, shape) && segmentsOf(edge).some(segment => runsThrough(segment, shape.bounds!)))
            found.push(`${id(edge)} through ${id(shape)}`)
      expect(found).to.deep.equal([])
    })

    it('writes a label for every named event, gateway and flow', () => {
      const { drawn } = model
      const bare = drawn.filter(
        ({ bpmnElement, label }) =>
          /Event$|Gateway$|SequenceFlow$|Group$/.test(bpmnElement.$type) &&
          bpmnElement.name &&
          !label?.bounds,
      )
      expect(bare.map(id)).to.deep.equal([])
    })
  })
}

// a boundary event sits on its host’s border, so that what leaves it begins within the host’s box
function endsAt({ bpmnElement: { sourceRef, targetRef } }: Drawn, { bpmnElement: shape }: Drawn): boolean {
  return [sourceRef, targetRef, sourceRef?.attachedToRef].includes(shape) || shape.attachedToRef === sourceRef
}
