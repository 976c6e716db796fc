import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { pathTo, paths } from '../../src/http/paths.js'
import { run, temporaryFolder } from '../cli/run-command.js'
import { hostileDiagrams } from '../helpers/hostile-diagrams.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'
import { diagramFile, type Visitor } from '../helpers/visitor.js'

const chinese = /\p{Script=Han}{4,}/u

/** A bound that hangs are found by; each of these takes a fraction of a second. */
const atMost = 10_000

describe('A file meant to break the server', function () {
  this.timeout(atMost)
  const folder = temporaryFolder()
  let site: HttpOffice
  let admin: Visitor
  before(async function () {
    this.timeout(60_000) // an office is opened first
    site = await openHttpOffice()
    admin = await site.as(site.office.people.admin)
    await admin.get(paths.processImport)
  })
  after(async () => {
    folder.remove()
    await site.close()
  })

  for (const [title, { bytes, refused }] of Object.entries(hostileDiagrams)) {
    it(`is refused in words by the command line, or harmless: ${title}`, async () => {
      const file = path.join(folder.at, 'hostile.bpmn')
      writeFileSync(file, bytes)
      const { code, out } = await run(['lint', file, '--json'])
      const { problems } = JSON.parse(out) as { problems: { severity: string; message: string }[] }
      for (const { message } of problems) expect(message).to.match(chinese)
      const errors = problems.flatMap(({ severity, message }) => (severity === 'error' ? [message] : []))
      expect(code).to.equal(errors.length > 0 ? 1 : 0)
      if (refused) expect(errors.join('\n')).to.match(refused)
      else expect(errors).to.deep.equal([])
    })

    it(`is refused in words by the import, or not put into force: ${title}`, async () => {
      const answer = await admin.upload(paths.processImport, { pasted: '' }, [diagramFile(bytes)])
      if (answer.status !== 303) {
        expect(answer.status, answer.body.slice(0, 300)).to.be.oneOf([413, 422])
        expect(answer.body)
          .to.match(chinese)
          .and.match(refused ?? /./)
        return
      }
      // a draft may be wrong; it can be looked at, and not deployed
      const deploy = await admin.get(answer.location ?? '')
      expect(deploy.status).to.equal(200)
      if (refused) expect(deploy.body).to.match(refused)
      const key = /processes\/([^/]+)\/deploy/.exec(answer.location ?? '')?.[1] ?? ''
      for (const page of [paths.processEdit, paths.processHistory, paths.processDraft])
        expect((await admin.get(pathTo(page, { key: decodeURIComponent(key) }))).status, page).to.equal(200)
    })
  }
})
