import { expect } from 'chai'
import express, { type ErrorRequestHandler } from 'express'
import fc from 'fast-check'
import { readdir, readFile } from 'node:fs/promises'
import type { AddressInfo, Server } from 'node:net'
import { discard, readMultipart } from '../../../src/http/middleware/multipart.js'
import { temporaryFolder } from '../../helpers/database.js'

describe('A form with files', () => {
  let folder: string
  let url: string
  let server: Server
  before(async () => {
    folder = await temporaryFolder()
    const app = express()
    app.post('/', async (request, response) => {
      const { fields, files, fieldTooLarge } = await readMultipart(request, folder, {
        fileBytes: 1000,
        fieldBytes: 500,
        files: 2,
      })
      const told = await Promise.all(
        files.map(async ({ field, name, path, tooLarge }) => {
          return { field, name, tooLarge, content: (await readFile(path)).toString('base64') }
        }),
      )
      await discard(files)
      response.json({ fields, files: told, fieldTooLarge })
    })
    app.use(((error: { status?: number }, _request, response, _next) => {
      response.status(error.status ?? 500).json({})
    }) as ErrorRequestHandler)
    server = app.listen(0, '127.0.0.1')
    await new Promise(resolve => server.once('listening', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  after(() => new Promise(resolve => server.close(resolve)))
  afterEach(async () => {
    expect(await readdir(folder), 'nothing is left lying').to.deep.equal([])
  })

  const send = async (form: FormData) => await (await fetch(url, { method: 'POST', body: form })).json()

  it('is read as the browser wrote it, whatever is in the file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        async (content, typed) => {
          const form = new FormData()
          form.set('pasted', typed)
          form.set('file', new Blob([Uint8Array.from(content)]), '流程 𬌗.bpmn')
          expect(await send(form)).to.deep.equal({
            fields: { pasted: typed.replace(/\r\n?|\n/g, '\r\n') },
            files: [
              {
                field: 'file',
                name: '流程 𬌗.bpmn',
                tooLarge: false,
                content: Buffer.from(content).toString('base64'),
              },
            ],
            fieldTooLarge: false,
          })
        },
      ),
      { numRuns: 30 },
    )
  })

  it('says which file is too long and keeps the others; what is one too many is not read', async () => {
    const form = new FormData()
    form.append('files', new Blob(['x'.repeat(1001)]), 'long')
    form.append('files', new Blob(['y']), 'short')
    form.append('files', new Blob(['z']), 'third')
    const { files } = (await send(form)) as { files: { name: string; tooLarge: boolean }[] }
    expect(files.map(({ name, tooLarge }) => [name, tooLarge])).to.deep.equal([
      ['long', true],
      ['short', false],
    ])
  })

  it('has no file where nobody chose one, and all words of one name', async () => {
    const form = new FormData()
    form.append('a', '1')
    form.append('a', '2')
    form.append('files', new Blob([]), '')
    expect(await send(form)).to.deep.equal({ fields: { a: ['1', '2'] }, files: [], fieldTooLarge: false })
    form.set('a', 'x'.repeat(501))
    expect(await send(form)).to.have.property('fieldTooLarge', true)
  })

  it('that breaks off, or is none, is refused', async () => {
    const whole = '--x\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n1\r\n--x--\r\n'
    const status = async (body: string, type = 'multipart/form-data; boundary=x') =>
      (await fetch(url, { method: 'POST', body, headers: { 'Content-Type': type } })).status
    expect(await status(whole)).to.equal(200)
    for (const length of [10, 40, 66, 70, whole.length - 6])
      expect(await status(whole.slice(0, length)), `cut at ${length}`).to.equal(400)
    expect(await status(whole, 'multipart/form-data')).to.equal(400)
  })
})
