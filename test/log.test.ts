import { expect } from 'chai'
import { sitePages } from '../src/http/index.js'
import { createLog } from '../src/log.js'
import { sessionPort } from '../src/runtime/index.js'
import { startSite, testConfig } from './helpers/app.js'
import { openTestOffice } from './helpers/office.js'
import { visitor } from './helpers/visitor.js'

describe('the log', () => {
  it('strikes out what people typed, wherever it slipped in', () => {
    const lines: string[] = []
    const log = createLog('info', { write: line => lines.push(line) })
    log.info({ number: 'CZ-2026-0007', body: { contact: '13800005678' } }, 'a')
    log.info({ case: { contact: '13800005678', reporterName: '李芳', activity: 'Task_Analyse' } }, 'b')
    const told = lines.join('')
    expect(told).not.to.include('13800005678').and.not.to.include('李芳')
    expect(told).to.include('CZ-2026-0007').and.to.include('Task_Analyse')
  })

  it('of a whole story has no name, no number and no word that anybody typed', async () => {
    const office = await openTestOffice()
    const lines: string[] = []
    const { parts, clock } = office
    const config = { ...testConfig, dataDir: office.folder }
    const site = await startSite({
      config,
      clock,
      log: createLog('trace', { write: line => lines.push(line) }),
      sessions: sessionPort(parts),
      pages: sitePages(parts, config),
    })
    const typed = ['罗小玉', '13877776666', '前后跑了五趟', '证照遗失', 'secret word']
    const citizen = visitor(site.url)
    await citizen.get('/')
    await citizen.post('/', {
      reporterName: typed[0]!,
      contact: typed[1]!,
      description: typed[2]!,
      item: typed[3]!,
    })
    await citizen.get(`/track?number=1&tail=${typed[1]!}`)
    await citizen.post('/track', { number: typed[1]!, tail: typed[1]! })
    await citizen.get('/sign-in')
    await citizen.post('/sign-in', { username: typed[0]!, password: typed[4]! })
    await citizen.get(`/invitation?token=${typed[1]!}`)
    await citizen.get(`/search?q=${encodeURIComponent(typed[0]!)}`)
    await site.stop()
    await office.close()
    expect(lines.length).to.be.above(7)
    for (const word of typed) {
      expect(lines.join('')).not.to.include(word)
      expect(lines.join('')).not.to.include(encodeURIComponent(word))
    }
  })

  it('says no more than its level', () => {
    const lines: string[] = []
    const log = createLog('warn', { write: line => lines.push(line) })
    log.info('a')
    log.warn('b')
    expect(lines).to.have.lengthOf(1)
  })
})
