import { readFile, writeFile } from 'node:fs/promises'
import { expect } from 'chai'
import { reachOfRight, rights } from '../../src/casework/rights.js'
import { ROLES, type Role } from '../../src/casework/role.js'
import { text } from '../../src/catalogue/index.js'
import { admits } from '../../src/http/entry.js'
import type { RouteRule } from '../../src/http/route-table.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'

const file = new URL('../../docs/rights.md', import.meta.url)

describe('docs/rights.md', () => {
  let site: HttpOffice
  before(async () => {
    site = await openHttpOffice()
  })
  after(() => site.close())

  // after a change of the table or of a route: UPDATE_SNAPSHOT=1 npx mocha test/http/rights-doc.test.ts
  it('says what the table and the routes say', async () => {
    const said = documentOf(site.app.rules)
    if (process.env.UPDATE_SNAPSHOT) await writeFile(file, said)
    expect(await readFile(file, 'utf8')).to.equal(said)
  })
})

function documentOf(rules: readonly RouteRule[]): string {
  const roles = ROLES.map(({ value }) => value)
  const table = rights.map(right => [
    `\`${right}\` ${text(`right.${right}`)}`,
    ...roles.map(role => reachOfRight(right, role) ?? '–'),
  ])
  const routes = rules
    .toSorted((one, other) => (`${one.path} ${one.method}` < `${other.path} ${other.method}` ? -1 : 1))
    .map(({ method, path, entry }) => [
      `\`${method.toUpperCase()} ${path}\``,
      typeof entry === 'string' ? entry : entry.roles.join(),
      admits(entry, null) ? 'yes' : '–',
      ...roles.map(role => (admits(entry, actorOf(role)) ? 'yes' : '–')),
    ])
  return `# Rights

Made by \`UPDATE_SNAPSHOT=1 npx mocha test/http/rights-doc.test.ts\` from \`src/casework/rights.ts\` and the routes; the test
fails when it is out of date. \`all\`, \`place\`, \`department\`: which cases a right reaches. Who does a task is said by the
diagram. What is somebody else’s looks exactly like what is not there.

## Who may do what

${markdown(['right', ...roles], table)}

## Who may enter which route

${markdown(['route', 'right', 'nobody signed in', ...roles], routes)}
`
}

function actorOf(role: Role) {
  return { accountId: 0, name: '', role, placeId: null, departmentId: null }
}

/** Columns as wide as their widest cell, as the formatter of the repository has them. */
function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => widthOf(row[column] ?? ''))))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))).join(' | ')} |`
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** A Chinese character takes the room of two. */
function widthOf(cell: string): number {
  return cell.length + (cell.match(/[\u2e80-\uffef]/g) ?? []).length
}
