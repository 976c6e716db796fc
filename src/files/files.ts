import { createHash, randomUUID } from 'node:crypto'
import { cp, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { AttachmentType, ScanState } from '../casework/attachment.js'
import type { Clock } from '../clock.js'
import { examine } from './examine.js'
import { FileRefused } from './refusal.js'
import type { Scan } from './scan.js'

/** A file that is kept, as its row will name it. */
export interface Kept {
  readonly type: AttachmentType
  readonly size: number
  readonly sha256: string
  readonly thumbnailSha256: string | null
  readonly scan: ScanState
}

/** The folder of kept files. A file is named by the SHA-256 of its content, so it is whole or it is not there. */
export interface Files {
  /**
   * Examines what lies at this path and keeps it. When it answers, it is on the disk: a row written afterwards always
   * has its file, and a stop in between leaves a file without a row, which the sweep finds.
   * @throws FileRefused
   */
  keep(uploaded: string): Promise<Kept>
  /** Where the content with this hash lies. */
  pathOf(sha256: string): string
  /** Asks again about a file that could not be checked when it came. */
  scanAgain(sha256: string): Promise<ScanState>
  /**
   * Removes files that nothing names and that have lain for a day: what a stop left behind, and what was taken away.
   * @param named which of these hashes are named by a row
   * @returns how many were removed
   */
  sweep(named: (hashes: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number>
}

const aDay = 86_400_000

/** @param scan asks for malware; null when the office has no such check */
export function createFiles(folder: string, { clock, scan }: { clock: Clock; scan: Scan | null }): Files {
  const pathOf = (sha256: string) => placeOf(folder, sha256)
  const stateOf = async (file: string): Promise<ScanState> => {
    if (!scan) return 'off'
    const answer = await scan(file)
    return answer === 'unknown' ? 'pending' : answer
  }

  const write = async (content: Buffer): Promise<string> => {
    const sha256 = createHash('sha256').update(content).digest('hex')
    const place = pathOf(sha256)
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
    const draft = `${place}.${randomUUID()}`
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    const now = new Date(clock.now())
    await utimes(draft, now, now) // the sweep measures by the office's clock
    await rename(draft, place)
    return sha256
  }

  return {
    pathOf,

    async keep(uploaded) {
      // the check sees what came, not what is left of it once it has been made harmless
      const state = await stateOf(uploaded)
      if (state === 'suspect') throw new FileRefused('suspect')
      const { type, content, thumbnail } = await examine(await readFile(uploaded))
      return {
        type,
        size: content.length,
        sha256: await write(content),
        thumbnailSha256: thumbnail && (await write(thumbnail)),
        scan: state,
      }
    },

    scanAgain: sha256 => stateOf(pathOf(sha256)),

    async sweep(named) {
      const before = Date.parse(clock.now()) - aDay
      let removed = 0
      for (const each of await foldersIn(path.join(folder, 'kept'))) {
        const old = await olderThan(before, each)
        const known = await named(old.map(hashOf))
        for (const file of old.filter(one => !known.has(hashOf(one))))
          if (await removeUnlessNew(file, before, named)) removed++
      }
      for (const file of await olderThan(before, path.join(folder, 'incoming')))
        await rm(file, { force: true })
      return removed
    },
  }
}

/**
 * Copies every kept file into another such folder while the first is in use, and answers how many there were. What is
 * swept away meanwhile was named by nothing, or by a case that was cleared meanwhile.
 */
export async function copyKept(from: string, to: string): Promise<number> {
  let copied = 0
  for (const each of await foldersIn(path.join(from, 'kept')))
    for (const name of (await readdir(each)).filter(one => /^[0-9a-f]{64}$/.test(one))) {
      await mkdir(path.dirname(placeOf(to, name)), { recursive: true, mode: 0o700 })
      try {
        await cp(path.join(each, name), placeOf(to, name), { preserveTimestamps: true })
        copied++
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      }
    }
  return copied
}

function placeOf(folder: string, sha256: string): string {
  return path.join(folder, 'kept', sha256.slice(0, 2), sha256)
}

/** The draft of a file that was being written has its hash and more for a name. */
function hashOf(file: string): string {
  return path.basename(file).slice(0, 64)
}

/**
 * Takes the file aside, looks once more whether somebody kept the same content meanwhile, and only then removes it:
 * whoever keeps it after it was taken aside writes it anew.
 */
async function removeUnlessNew(
  file: string,
  before: number,
  named: (hashes: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<boolean> {
  const aside = `${file}.aside`
  await rename(file, aside)
  const { mtimeMs } = await stat(aside)
  const wanted = mtimeMs > before || (await named([hashOf(file)])).size > 0
  if (wanted) await rename(aside, file)
  else await rm(aside, { force: true })
  return !wanted
}

async function foldersIn(folder: string): Promise<string[]> {
  const found = await readdir(folder).catch(() => [])
  return found.map(name => path.join(folder, name))
}

async function olderThan(before: number, folder: string): Promise<string[]> {
  const old: string[] = []
  for (const file of await foldersIn(folder)) {
    const found = await stat(file).catch(() => null)
    if (found?.isFile() && found.mtimeMs <= before) old.push(file)
  }
  return old
}
