import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { SealBrokenProblem, SealKeyMissingProblem } from '../errors.js'

/** A key of the ring: 32 bytes, and the id that stands in what is sealed under it. */
export interface SealKey {
  readonly id: string
  readonly secret: Uint8Array
}

/** Where the keys are: outside the database. Another process may add one at any time. */
export interface KeyRing {
  /** As they are now, the current one last; none where the ring has not been made yet. */
  keys(): readonly SealKey[]
}

/** Seals and opens what must not lie open in the database, and makes the words by which it is found there. */
export interface ContactKeys {
  /** The key under which is sealed now. */
  readonly current: string
  /**
   * Seals a text with AES-256-GCM under the current key, bound to its place.
   * @param place the table and column, `grievance_case.contact`: sealed for one, it opens in no other
   * @returns `sealed:<key id>:<base64url of nonce, ciphertext and tag>`
   */
  seal(place: string, plain: string): string
  /**
   * Opens what was sealed under any key of the ring. What is not sealed is answered as it is.
   * @throws SealKeyMissingProblem, SealBrokenProblem
   */
  open(place: string, stored: string): string
  /**
   * The blind index of a word, under each key, the current one last: the same word gives the same, and it says nothing of
   * the word to who has no key. 32 hexadecimal digits.
   * @param use tells indexes apart, so that one is not looked up in another
   */
  blind(use: string, word: string): readonly string[]
}

const mark = 'sealed:'
/** Of a key's id: eight hexadecimal digits. */
const idLength = 8

/** What sealed values begin with: with any key, or with this one. */
export function sealMark(keyId = ''): string {
  return keyId === '' ? mark : `${mark}${keyId}:`
}

/** How many letters of a sealed value say that it is sealed, and under which key. */
export const sealHead = mark.length + idLength

export function contactKeys(ring: KeyRing): ContactKeys {
  const derived = new WeakMap<SealKey, Derived>()
  const of = (key: SealKey) => {
    const known = derived.get(key) ?? derive(key.secret)
    derived.set(key, known)
    return known
  }
  const currentKey = () => {
    const key = ring.keys().at(-1)
    if (!key) throw new Error('There is no key to seal with')
    return key
  }
  return {
    get current() {
      return currentKey().id
    },
    seal(place, plain) {
      const key = currentKey()
      return `${sealMark(key.id)}${encrypt(of(key).seal, place, plain)}`
    },
    open(place, stored) {
      if (!stored.startsWith(mark)) return stored
      const id = stored.slice(mark.length, sealHead)
      const key = ring.keys().find(one => one.id === id)
      if (!key) throw new SealKeyMissingProblem(id)
      try {
        return decrypt(of(key).seal, place, stored.slice(sealHead + 1))
      } catch (error) {
        throw new SealBrokenProblem(id, place, error)
      }
    },
    blind: (use, word) =>
      ring.keys().map(key =>
        createHmac('sha256', of(key).index)
          .update(JSON.stringify([use, word]))
          .digest('hex')
          .slice(0, 32),
      ),
  }
}

/** A key that nobody had before. */
export function newKey(): SealKey {
  return { id: randomBytes(idLength / 2).toString('hex'), secret: randomBytes(32) }
}

/** A ring that is gone with the process: for a database that is gone with it as well. */
export function fleetingKeys(): ContactKeys {
  const keys = [newKey()]
  return contactKeys({ keys: () => keys })
}

interface Derived {
  readonly seal: Uint8Array
  readonly index: Uint8Array
}

/** One key for each use, so that neither tells anything of the other. */
function derive(secret: Uint8Array): Derived {
  const key = (purpose: string) => new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32))
  return { seal: key('bandecheng contact seal'), index: key('bandecheng contact index') }
}

const nonceLength = 12
const tagLength = 16

function encrypt(key: Uint8Array, place: string, plain: string): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  cipher.setAAD(Buffer.from(place))
  return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  )
}

function decrypt(key: Uint8Array, place: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const nonce = bytes.subarray(0, nonceLength)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(-tagLength))
  return decipher.update(bytes.subarray(nonceLength, -tagLength), undefined, 'utf8') + decipher.final('utf8')
}
