import { once } from 'node:events'
import { get, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { expect } from 'chai'
import { createBoundedServer } from '../../src/http/index.js'
import { lineLimits } from '../../src/http/bounded-server.js'
import { mostStreams } from '../../src/http/event-stream.js'
import { openHttpOffice, type HttpOffice } from '../helpers/http-office.js'

/** As the office has them, but for the times. */
const short = { ...lineLimits, headers: 150, request: 400, silence: 300, lines: 6 }

describe('Slow clients', function () {
  this.timeout(20_000)
  let site: HttpOffice
  let server: Server
  let port: number
  const open: Socket[] = []
  /** the server's ends */
  const taken = new Set<Socket>()
  before(async () => {
    site = await openHttpOffice()
    server = createBoundedServer(site.app.express, short)
    server.on('connection', (line: Socket) => {
      taken.add(line)
      line.once('close', () => taken.delete(line))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  })
  afterEach(async () => {
    for (const socket of open.splice(0)) socket.destroy()
    await gone()
  })
  after(async () => {
    server.closeAllConnections()
    server.close()
    await site.close()
  })

  it('that send their headers drop by drop are told so and let go, and others are answered meanwhile', async () => {
    const drip = dripping('GET / HTTP/1.1\r\nHost: office\r\nX-Slow: ')
    expect(await status('/track')).to.equal(200)
    expect(await drip).to.match(/^HTTP\/1\.1 408 /)
  })

  it('that send their form drop by drop are told so and let go', async () => {
    const head = 'POST / HTTP/1.1\r\nHost: office\r\nContent-Type: application/x-www-form-urlencoded\r\n'
    const drip = dripping(`${head}Content-Length: 100000\r\n\r\n`)
    expect(await status('/track')).to.equal(200)
    expect(await drip).to.match(/^(?:HTTP\/1\.1 408 |$)/)
  })

  it('that send a part of a file and nothing more are let go', async () => {
    const head = 'POST / HTTP/1.1\r\nHost: office\r\nContent-Type: multipart/form-data; boundary=x\r\n'
    const part = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\nhalf'
    const { heard } = await closed(socketWith(`${head}Content-Length: 100000\r\n\r\n${part}`))
    expect(heard).not.to.match(/ 200 /)
  })

  it('that say nothing at all are let go', async () => {
    await closed(socketWith(''))
  })

  it('that do not read what they asked for are let go', async () => {
    // more than any buffer on the way holds
    const large = createBoundedServer(
      (_request, response) => response.end(Buffer.alloc(64 * 1024 * 1024)),
      short,
    )
    large.listen(0, '127.0.0.1')
    await once(large, 'listening')
    const connected = once(large, 'connection') as Promise<[Socket]>
    const client = connect((large.address() as AddressInfo).port, '127.0.0.1').pause()
    client.on('error', () => undefined)
    open.push(client)
    client.write('GET / HTTP/1.1\r\nHost: office\r\n\r\n')
    const [line] = await connected
    await once(line, 'timeout')
    if (!line.closed) await once(line, 'close')
    large.close()
  })

  it('that keep all lines of the office are let go one by one; no more are taken meanwhile, and then it answers again', async () => {
    const lines = Array.from({ length: short.lines }, () => socketWith('GET / HTTP/1.1\r\nHost: office\r\n'))
    await Promise.all(lines.map(line => once(line, 'connect')))
    const dropped = once(server, 'drop')
    const { heard } = await closed(socketWith('GET / HTTP/1.1\r\nHost: office\r\nConnection: close\r\n\r\n'))
    await dropped
    expect(heard, 'one too many').to.equal('')
    expect(taken.size).to.equal(short.lines)
    await gone()
    expect(await status('/track')).to.equal(200)
  })

  it('of too many or too long headers are turned away', async () => {
    const long = `GET / HTTP/1.1\r\nHost: office\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`
    expect((await closed(socketWith(long))).heard).to.match(/^HTTP\/1\.1 431 /)
    const chunks = `POST / HTTP/1.1\r\nHost: office\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n`
    expect((await closed(socketWith(chunks))).heard, 'two lengths').to.match(/^HTTP\/1\.1 400 /)
  })

  it('of the board: an account has a few streams, one more is told to come later, and a closed one makes room', async () => {
    const { supervisor } = site.office.people
    const one = await site.as(supervisor)
    const streams: IncomingMessage[] = []
    const listen = async (cookies: ReadonlyMap<string, string>) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const asked = get(`${site.url}/watch/events`, {
        headers: { Accept: 'text/event-stream', Cookie: cookie },
        agent: false,
      })
      const [response] = (await once(asked, 'response')) as [IncomingMessage]
      response.on('error', () => undefined).resume()
      streams.push(response)
      return response.statusCode
    }
    for (let count = 0; count < mostStreams; count += 1) expect(await listen(one.cookies)).to.equal(200)
    expect(await listen(one.cookies)).to.equal(429)
    expect(await listen((await site.as(supervisor)).cookies), 'another window of theirs').to.equal(429)
    streams[0]?.destroy()
    let again = 429
    for (let tries = 0; again === 429 && tries < 100; tries += 1) again = (await listen(one.cookies)) ?? 0
    expect(again).to.equal(200)
    for (const stream of streams) stream.destroy()
  })

  function socketWith(words: string): Socket {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    if (words !== '') socket.write(words)
    open.push(socket)
    return socket
  }

  /** Sends these words, then a letter now and then, until the other side has had enough; answers what it said. */
  async function dripping(words: string): Promise<string> {
    const socket = socketWith(words)
    const drops = setInterval(() => socket.write('x'), 20)
    const { heard } = await closed(socket)
    clearInterval(drops)
    return heard
  }

  async function gone(): Promise<void> {
    for (const line of taken) if (!line.closed) await new Promise(resolve => line.once('close', resolve))
  }

  async function closed(socket: Socket): Promise<{ heard: string }> {
    let heard = ''
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()))
    if (!socket.closed) await new Promise(resolve => socket.once('close', resolve)) // broken off or ended
    return { heard }
  }

  function status(path: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      get({ port, path, agent: false }, response => {
        response.resume()
        resolve(response.statusCode)
      }).once('error', reject)
    })
  }
})
