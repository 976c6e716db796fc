import { readFile } from 'node:fs/promises'
import { mannersOf } from '../play/manners.js'
import { parseCases, type ScriptedCase } from '../play/scripted-case.js'
import { shippedCases } from '../play/shipped-cases.js'
import type { Script } from '../play/fill-task.js'

/** The made-up cases a trial can begin with: one of each way through the procedure, by the number of the twenty. */
const numbers = { citizen: 2, department: 1, mixed: 8, objective: 4, outOfScope: 15 } as const

export type ExampleName = keyof typeof numbers

export const exampleNames = Object.keys(numbers) as readonly ExampleName[]

export function isExampleName(name: unknown): name is ExampleName {
  return exampleNames.some(known => known === name)
}

/** An example with how its people behave. */
export async function exampleOf(name: ExampleName): Promise<Script> {
  const script = (await shipped()).find(({ no }) => no === numbers[name])
  if (!script) throw new Error(`The shipped cases have no number ${numbers[name]}`)
  return { script, manners: mannersOf(script) }
}

let read: Promise<readonly ScriptedCase[]> | undefined

function shipped(): Promise<readonly ScriptedCase[]> {
  return (read ??= readFile(shippedCases, 'utf8').then(json => {
    const cases = parseCases(json)
    if (!cases.ok) throw new Error(`The shipped cases cannot be read: ${cases.at} ${cases.reason}`)
    return cases.cases
  }))
}
