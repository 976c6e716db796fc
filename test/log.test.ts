import { expect } from 'chai'
import { createLog } from '../src/log.js'

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

  it('says no more than its level', () => {
    const lines: string[] = []
    const log = createLog('warn', { write: line => lines.push(line) })
    log.info('a')
    log.warn('b')
    expect(lines).to.have.lengthOf(1)
  })
})
