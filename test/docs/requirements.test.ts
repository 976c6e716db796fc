import { expect } from 'chai'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { OFFICE_SETTINGS } from '../../src/casework/office-setting.js'
import { paths } from '../../src/http/paths.js'

const root = path.join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

describe('The table of requirements', () => {
  const [notice = '', open = ''] = read('docs/requirements.md').split('## What the notice leaves open')
  const requirements = rowsOf(notice)
  const questions = rowsOf(open.split('## ')[0] ?? '')
  const all = [...requirements, ...questions]

  it('has each requirement of the notice once, in order', () => {
    expect(requirements.map(([number]) => number)).to.deep.equal(
      Array.from({ length: 24 }, (_, index) => `R${String(index + 1)}`),
    )
  })

  it('leaves no cell empty, and says of each question where its reading is kept', () => {
    for (const cells of all)
      expect(
        cells.every(cell => cell !== ''),
        cells[0],
      ).to.equal(true)
    expect(questions).to.have.length.above(15)
    for (const [question = '', kept = ''] of questions)
      for (const where of kept.split(', '))
        expect(['diagram', 'setting', 'calendar', 'page', 'code'], question).to.include(where)
  })

  it('names tests that there are, at least one a row', () => {
    for (const cells of all) {
      const tests = named(cells.at(-1)).filter(name => name.endsWith('.test.ts'))
      expect(tests, cells[0]).to.have.length.above(0)
      for (const test of tests) expect(existsSync(path.join(root, test)), test).to.equal(true)
    }
  })

  it('names pages that there are', () => {
    const known: readonly string[] = Object.values(paths)
    for (const cells of all)
      for (const page of named(cells.at(-2))) expect(known, `${cells[0] ?? ''}: ${page}`).to.include(page)
  })

  it('names files and elements of the diagrams that there are', () => {
    const diagrams = read('processes/banbuchengshi.bpmn') + read('processes/quarterly-report.bpmn')
    for (const name of all.flatMap(cells => cells.flatMap(named))) {
      if (/^(src|processes|docs)\//.test(name)) expect(existsSync(path.join(root, name)), name).to.equal(true)
      if (/^(Task|Timer|Event|End|Gateway|SubProcess|Start|Job|Lane)_\w+$/.test(name))
        expect(diagrams.includes(`id="${name}"`), name).to.equal(true)
    }
  })

  it('names a setting for each that the office has', () => {
    const settings = questions.filter(([, kept = '']) => kept.includes('setting'))
    expect(settings.flatMap(cells => named(cells.at(-2)))).to.include('/office-settings')
    const usual = settings.map(([, , how]) => how).join()
    for (const { usual: value } of Object.values(OFFICE_SETTINGS))
      expect(usual).to.match(new RegExp(`(?<!\\d)${value}(?!\\d)`))
  })
})

/** The rows of all tables beneath each other, without their heads. */
function rowsOf(markdown: string): readonly (readonly string[])[] {
  const lines = markdown.split('\n').filter(line => line.startsWith('|'))
  return lines
    .map(line =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map(cell => cell.trim()),
    )
    .filter(([first = '']) => first !== '#' && first !== 'question' && !/^-+$/.test(first))
}

/** What stands in `backticks`. */
function named(cell = ''): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
}
