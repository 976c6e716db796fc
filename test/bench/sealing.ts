// What sealing costs: the same office with sealed contact fields and with open ones, asked the same by turns.
import path from 'node:path'
import { contactKeyFile } from '../../src/contact-keys.js'
import { learningAdvance } from '../../src/engine/index.js'
import { ledger, type Parts } from '../../src/runtime/index.js'
import { sealOlder } from '../../src/runtime/sealing.js'
import { contactKeys, type ContactKeys } from '../../src/store/index.js'
import { openTestOffice, type TestOffice } from '../helpers/office.js'
import { milliseconds, quantile, ratio } from './figures.js'

const count = Number(process.env.BENCH_CASES ?? 20_000)
const rounds = Number(process.env.BENCH_ROUNDS ?? 300)

/** Seals nothing, and finds a word by itself: what the house did before. */
const openKeys: ContactKeys = {
  current: 'ffffffff',
  seal: (_, plain) => plain,
  open: (_, stored) => stored,
  blind: (_, word) => [Buffer.from(word).toString('hex').padEnd(32, '0')],
}

/** Registering, a page of the ledger, a search by a whole number, at so many cases, on SQLite. */
export async function sealing(folder: string): Promise<void> {
  const open = await filled(path.join(folder, 'open.sqlite'), openKeys)
  const ring = contactKeyFile(path.join(folder, 'contact-keys'))
  ring.make()
  const sealed = await filled(path.join(folder, 'sealed.sqlite'), contactKeys(ring))
  try {
    for (const [what, ask] of Object.entries(questions)) {
      const spent = { open: [] as number[], sealed: [] as number[] }
      for (let round = -10; round < rounds; round++) {
        const [a, b] = [await timed(ask, open, round + 10), await timed(ask, sealed, round + 10)]
        if (round < 0) continue // until both are warm
        spent.open.push(a)
        spent.sealed.push(b)
      }
      const [a, b] = [quantile(spent.open, 0.5), quantile(spent.sealed, 0.5)]
      console.log(`${what}: sealed ${milliseconds(b)} : open ${milliseconds(a)} = ${ratio(b, a)}`)
    }
    await upgraded(sealed)
  } finally {
    await open.close()
    await sealed.close()
  }
}

type Ask = (office: TestOffice, round: number) => Promise<unknown>

const numberOf = (round: number) => `1000000${String((round * 37) % 10_000).padStart(4, '0')}`
const list = (parts: Parts, office: TestOffice, filter: object) =>
  ledger(parts, office.people.officer, { limit: 50, ...filter })

const questions: Readonly<Record<string, Ask>> = {
  'registering a case': (office, round) => office.register({ contact: numberOf(round) }),
  'a page of the ledger': office => list(office.parts, office, {}),
  'a search by a whole number': (office, round) => list(office.parts, office, { text: numberOf(round) }),
  'a search by a name': office => list(office.parts, office, { text: '覃小梅' }),
}

async function timed(ask: Ask, office: TestOffice, round: number): Promise<number> {
  const begin = performance.now()
  await ask(office, round)
  return performance.now() - begin
}

/** What the first start of this release does to so many cases. */
async function upgraded({ parts, database }: TestOffice): Promise<void> {
  await database.writer('grievance_case').update({ contact_index: null })
  const begin = performance.now()
  await sealOlder(parts)
  console.log(`sealing them at an upgrade: ${((performance.now() - begin) / 1000).toFixed(1)} s`)
}

/** An office with so many cases, each written by the store itself. */
async function filled(file: string, keys: ContactKeys): Promise<TestOffice> {
  const office = await openTestOffice({ advance: learningAdvance(), target: { file }, keys })
  const { store } = office.parts
  const row = await store.read.cases.byNumber(await office.register())
  if (!row) throw new Error('The first case is not there')
  const { id: _, number: _number, submissionId: _submission, ...like } = row
  const begin = performance.now()
  for (let done = 0; done < count; done += 500) {
    const cases = Array.from({ length: 500 }, (_one, index) => {
      const contact = numberOf(done + index)
      const name = `C${done + index}`
      return { ...like, number: name, submissionId: name, contact, contactTail: contact.slice(-4) }
    })
    await store.transaction(unit => unit.cases.insert(cases))
  }
  await office.database.writer.raw('analyze')
  console.log(
    `${count.toLocaleString('en')} cases inserted in ${((performance.now() - begin) / 1000).toFixed(1)} s`,
  )
  return office
}
