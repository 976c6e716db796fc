import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { newKey, type KeyRing, type SealKey } from './store/index.js'
import {
  ContactKeysLineProblem,
  ContactKeysReadOnlyProblem,
  ContactKeysUnreadableProblem,
} from './casework/setup-problem.js'

/** The ring of keys of contact fields, in a file outside the database: a key a line, the current one last. */
export interface ContactKeyFile extends KeyRing {
  readonly file: string
  exists(): boolean
  /** Makes the file with a first key, and its folder; when another was faster, its file stays. */
  make(): void
  /** Adds a key, which becomes the current one, and answers its id. It is on the disk when this returns. */
  add(): string
  /** Takes keys out. Nothing sealed under them can be opened any more. */
  remove(ids: readonly string[]): void
}

/**
 * The ring in this file. It is looked at before each use and read again when it was changed: a command adds a key while the
 * server runs.
 * @throws ContactKeysUnreadableProblem, ContactKeysLineProblem on use, when it is there and no ring
 */
export function contactKeyFile(file: string): ContactKeyFile {
  let known: { readonly stamp: string; readonly keys: readonly SealKey[] } = { stamp: '', keys: [] }
  const keys = () => {
    const stamp = stampOf(file)
    // a file that is taken away while the server runs takes nothing from what it knows
    if (stamp !== '' && stamp !== known.stamp) known = { stamp, keys: readKeys(file) }
    return known.keys
  }
  return {
    file,
    keys,
    exists: () => existsSync(file),
    make() {
      place(file, [newKey()], beside => {
        try {
          linkSync(beside, file)
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        }
      })
    },
    add() {
      const key = newKey()
      replace(file, [...keys(), key])
      return key.id
    },
    remove(ids) {
      replace(
        file,
        keys().filter(({ id }) => !ids.includes(id)),
      )
    },
  }
}

/** Tells one state of the file from another; empty when there is none. */
function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true })
  return found ? [found.ino, found.mtimeNs, found.size].join(' ') : ''
}

function readKeys(file: string): readonly SealKey[] {
  let lines: string[]
  try {
    lines = readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    throw new ContactKeysUnreadableProblem(file, error)
  }
  const ids = new Set<string>()
  const keys = lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const [, id, secret] = /^([0-9a-f]{8}) ([\w-]{43})$/.exec(line.trim()) ?? []
    // of two keys with one id, what is sealed under the one would be opened with the other
    if (id === undefined || secret === undefined || ids.has(id))
      throw new ContactKeysLineProblem(file, index + 1)
    ids.add(id)
    return [{ id, secret: new Uint8Array(Buffer.from(secret, 'base64url')) }]
  })
  if (keys.length === 0) throw new ContactKeysLineProblem(file, 1)
  return keys
}

function replace(file: string, keys: readonly SealKey[]): void {
  place(file, keys, beside => {
    renameSync(beside, file)
  })
}

/**
 * Writes keys into a file beside it, which is then put in its place, down to the disk: a key that is lost takes with it what
 * is sealed under it. No key is left lying beside it.
 */
function place(file: string, keys: readonly SealKey[], put: (beside: string) => void): void {
  const beside = `${file}.${randomBytes(4).toString('hex')}`
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    write(beside, keys)
    put(beside)
    settle(path.dirname(file))
  } catch (error) {
    throw new ContactKeysReadOnlyProblem(file, error)
  } finally {
    if (existsSync(beside)) rmSync(beside)
  }
}

function write(beside: string, keys: readonly SealKey[]): void {
  const opened = openSync(beside, 'wx', 0o600)
  try {
    for (const { id, secret } of keys)
      writeSync(opened, `${id} ${Buffer.from(secret).toString('base64url')}\n`)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** A new name in a folder is on the disk when the folder is. */
function settle(folder: string): void {
  const opened = openSync(folder, 'r')
  fsyncSync(opened)
  closeSync(opened)
}
