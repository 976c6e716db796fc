import { expect } from 'chai'
import { readdirSync, readFileSync } from 'node:fs'
import { hasText, text } from '../../src/catalogue/index.js'

/** Every key that a folder's files name in full, with the file that does. */
function keysIn(folder: string, extension: string, pattern: RegExp): [key: string, file: string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith(extension))
    .flatMap(file => {
      const source = readFileSync(`${folder}/${file}`, 'utf8')
      return [...source.matchAll(pattern)].map((match): [string, string] => [match[1] ?? '', file])
    })
}

describe('The catalogue', () => {
  it('has every sentence that the code names', () => {
    const named = keysIn('src', '.ts', /\btext\(\s*'([^'$]+)'/g).filter(
      ([, file]) => !file.startsWith('engine/'),
    )
    const missing = named.filter(([key]) => !hasText(key))
    expect(missing).to.deep.equal([])
  })

  it('has every sentence that a page names', () => {
    const missing = keysIn('views', '.hbs', /[({]t "([^"]+)"/g).filter(([key]) => !hasText(key))
    expect(missing).to.deep.equal([])
  })

  it('fills a sentence with what it needs', () => {
    expect(text('casework.answer.tooBig', { limit: 99 })).to.equal('不能大于99，请改正。')
  })

  it('shows no page with a hole: a missing sentence or value is an error', () => {
    expect(() => text('casework.no.such.key')).to.throw('casework.no.such.key')
    expect(() => text('toString')).to.throw()
    expect(() => text('casework.answer.tooBig')).to.throw('limit')
    expect(() => text('casework.answer.tooBig', { limit: null })).to.throw('limit')
  })
})
