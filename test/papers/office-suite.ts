import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where LibreOffice is on this machine; null when it is not. */
export const soffice =
  ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find(existsSync) ?? null

/** What LibreOffice makes of a document as PDF. */
export async function asPdf(document: Buffer, suite: string): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bandecheng-office-'))
  try {
    const file = path.join(folder, 'report.docx')
    await writeFile(file, document)
    // a profile of its own: another LibreOffice that is open would take the work over
    const profile = `-env:UserInstallation=file://${folder}/profile`
    await run(suite, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file])
    return await readFile(path.join(folder, 'report.pdf'))
  } finally {
    await rm(folder, { recursive: true })
  }
}
