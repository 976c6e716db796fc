import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import ts from 'typescript'

/** A pattern that multiplies takes for ever; one that is fit for people's text takes a small part of this for each. */
const atMost = 2000
/** As much as a form may send at most, in characters: text, not percent-encoded. */
const length = 20_000

/** Where nobody but the office's own machine writes what is read: its settings, its instants. */
const ownText = ['src/config.ts', 'src/calendar/local-date.ts']

interface Written {
  readonly where: string
  readonly source: string
  readonly flags: string
}

const folders = ['src', 'web'] as const
const found = folders.flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .flatMap(file => patternsIn(path.join(folder, file))),
)

/**
 * Every regular expression that is written in the code is held against texts made of its own pieces. Those that are put
 * together as the program runs stand in few places, which are named: a new one is looked at by a person first.
 */
describe('Regex bombs', function () {
  this.timeout(60_000)

  it('are none of the patterns of the code, on the texts that would take them longest', () => {
    expect(found.length, 'patterns in the code').to.be.above(200)
    const slow: string[] = []
    for (const { where, source, flags } of found) {
      if (ownText.some(file => where.startsWith(file))) continue
      const script = 'for (const text of texts) text.replace(new RegExp(source, flags), "")'
      const texts = attacksOn(source)
      try {
        runInNewContext(script, { source, flags, texts }, { timeout: atMost })
      } catch {
        slow.push(`${where}: /${source}/${flags}`)
      }
    }
    expect(slow).to.deep.equal([])
  })

  it('are looked for in the right way: a pattern that multiplies is found by it', () => {
    for (const source of ['(a+)+$', '^(\\w+\\s?)*$', '(x|xy?)*z']) {
      const run = () => {
        const script = 'for (const text of texts) text.replace(new RegExp(source), "")'
        runInNewContext(script, { source, texts: attacksOn(source) }, { timeout: 300 })
      }
      expect(run, source).to.throw(/timed out/)
    }
  })

  it('are made while the program runs only where it is known of what', () => {
    const made = folders.flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(file => /\.tsx?$/.test(file))
        .filter(file => /\bRegExp\(/.test(readFileSync(path.join(folder, file), 'utf8')))
        .map(file => `${folder}/${file}`),
    )
    expect(made.sort()).to.deep.equal([
      'src/casework/answer-field.ts', // a diagram's, which patternProblem has let through
      'src/casework/contact.ts', // of constants
      'src/casework/file-name.ts', // of endings that are known
      'src/casework/masking.ts', // of constants
      'src/charts/picture.ts', // names of attributes, on drawings of our own
      'src/engine/canonical-state.ts', // ids, escaped
      'src/engine/lint/pattern-problem.ts', // a diagram's, to be looked at
      'src/http/middleware/upload.ts', // addresses of our own
      'src/play/field-answer.ts', // a diagram's, which patternProblem has let through
    ])
  })
})

function patternsIn(file: string): Written[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const patterns: Written[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      const line = tree.getLineAndCharacterOfPosition(node.pos).line + 1
      patterns.push({
        where: `${file}:${line}`,
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return patterns
}

/** Long rows of the signs that a pattern knows, alone and in pairs, behind what it begins with, and with a wrong end. */
function attacksOn(source: string): readonly string[] {
  const literal = source.replaceAll(/\\[pPu]\{[^}]*\}|\\[bBdDwWsS]|\(\?<?[:=!]?/g, '')
  const own = [...new Set(Array.from(literal.replaceAll(/[\\^$*+?()[\]{}|]/g, '')))].slice(0, 6)
  const signs = [...new Set([...own, 'a', '0', ' ', '\n', '中', '<', '-'])]
  const pumps = [...signs, ...signs.slice(0, 4).flatMap(one => signs.slice(0, 4).map(other => one + other))]
  return pumps.map(pump => `${own[0] ?? ''}${pump.repeat(length / pump.length)}\u0001`)
}
