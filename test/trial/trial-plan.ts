import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bodyOf } from '../../src/play/intake.js'
import { readCast } from '../../src/play/cast.js'
import { exampleOf, readOffice, type ExampleName, type TrialPlan } from '../../src/trial/index.js'
import type { TestOffice } from '../helpers/office.js'

export const shippedDiagram = readFileSync(
  path.join(import.meta.dirname, '../../processes/banbuchengshi.bpmn'),
  'utf8',
)

/** A plan for a trial in this office, of one of the examples. */
export async function planIn(
  office: TestOffice,
  example: ExampleName,
  { xml = shippedDiagram, at = '2026-04-14T01:00:00.000Z' } = {},
): Promise<TrialPlan> {
  const script = await exampleOf(example)
  const body = bodyOf(script.script, await readCast(office.parts), office.places.centre)
  return {
    ref: 'draft-banbuchengshi',
    key: 'banbuchengshi',
    name: '解决群众“办不成事”',
    version: null,
    office: await readOffice(office.parts),
    xml,
    at,
    body: { ...body, department: String(office.departments.market) },
    script,
  }
}
