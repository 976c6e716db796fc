import { readFile } from 'node:fs/promises'
import { parseCases, type ScriptedCase } from '../../play/scripted-case.js'
import { CaseFileInvalidProblem, FileUnreadableProblem } from '../problem.js'

/** Reads a file of cases. @throws FileUnreadableProblem, CaseFileInvalidProblem */
export async function readCases(file: string | URL): Promise<readonly ScriptedCase[]> {
  const name = typeof file === 'string' ? file : file.pathname
  let json: string
  try {
    json = await readFile(file, 'utf8')
  } catch (error) {
    throw new FileUnreadableProblem(name, error)
  }
  const read = parseCases(json)
  if (read.ok) return read.cases
  throw new CaseFileInvalidProblem(name, read.at, read.reason)
}
