// Builds dist/: each file of src/ transpiled for itself, each folder of web/ bundled into one script and one style sheet.
// views/ and processes/ are read from the package root at run time and are not copied.
import { build as esbuild } from 'esbuild'
import { createHash } from 'node:crypto'
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import icons from './web/shell/icons.json' with { type: 'json' }

const root = import.meta.dirname
const require = createRequire(import.meta.url)
const assetsAt = '/assets'

/** Builds everything and removes what an earlier build left behind. */
export async function build() {
  const written = (await Promise.all([buildServer(), buildWeb()])).flat()
  await sweep(path.join(root, 'dist'), new Set(written))
}

async function buildServer() {
  const files = await filesUnder('src')
  const scripts = files.filter(file => /(?<!\.d)\.ts$/.test(file))
  const rest = files.filter(file => !file.endsWith('.ts') && !file.endsWith('.md'))
  await esbuild({
    absWorkingDir: root,
    entryPoints: scripts,
    outdir: 'dist',
    outbase: 'src',
    bundle: false,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  })
  const out = file => path.join(root, 'dist', path.relative('src', file))
  for (const file of rest) await cp(path.join(root, file), out(file))
  const compiled = scripts.map(file => out(file).replace(/\.ts$/, '.js'))
  const command = compiled.find(file => file.endsWith(path.join('cli', 'bandecheng.js')))
  if (command) await chmod(command, 0o755)
  return [...compiled, ...compiled.map(file => `${file}.map`), ...rest.map(out)]
}

async function buildWeb() {
  const folders = (await readdir(path.join(root, 'web'), { withFileTypes: true })).filter(entry =>
    entry.isDirectory(),
  )
  const entries = (
    await Promise.all(
      folders.map(async ({ name }) => {
        const files = await readdir(path.join(root, 'web', name))
        return files.filter(file => /^index\.(ts|css)$/.test(file)).map(file => `web/${name}/${file}`)
      }),
    )
  ).flat()
  const { metafile } = await esbuild({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: 'dist/web',
    outbase: 'web',
    entryNames: '[dir]-[hash]',
    assetNames: 'files/[name]-[hash]',
    publicPath: assetsAt,
    bundle: true,
    minify: true,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    target: ['es2022', 'chrome100', 'firefox100', 'safari15.4'],
    legalComments: 'linked',
    charset: 'utf8',
    loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'file', '.eot': 'file', '.svg': 'file' },
    plugins: [chineseWebFont, withoutCodeEditors],
    logLevel: 'warning',
  })
  const manifest = {}
  const written = Object.keys(metafile.outputs).map(file => path.join(root, file))
  for (const [file, output] of Object.entries(metafile.outputs)) {
    if (!output.entryPoint) continue
    const name = `${path.basename(path.dirname(output.entryPoint))}${path.extname(file)}`
    manifest[name] = `${assetsAt}/${path.basename(file)}`
  }
  for (const [name, content] of Object.entries({ 'icons.svg': await iconSprite(), ...(await pictures()) })) {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase()
    const file = path.join(root, 'dist/web', name.replace(/(\.\w+)$/, `-${hash}$1`))
    await writeFile(file, content)
    manifest[name] = `${assetsAt}/${path.basename(file)}`
    written.push(file)
  }
  const packed = await Promise.all(written.filter(file => /\.(js|css|svg)$/.test(file)).map(pack))
  const manifestFile = path.join(root, 'dist/web/manifest.json')
  await writeFile(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)
  return [...written, ...packed, manifestFile]
}

/** The few icons the pages use, from bootstrap-icons, as symbols of one file: `<use href="…/icons.svg#name">`. */
async function iconSprite() {
  const symbols = await Promise.all(
    Object.entries(icons).map(async ([name, source]) => {
      const svg = await readFile(require.resolve(`bootstrap-icons/icons/${source}.svg`), 'utf8')
      const body = svg.replace(/^<svg[^>]*>|<\/svg>\s*$/g, '').trim()
      return `<symbol id="${name}" viewBox="0 0 16 16" fill="currentColor">${body}</symbol>`
    }),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`
}

async function pictures() {
  const folder = path.join(root, 'web/shell')
  const names = (await readdir(folder)).filter(name => /\.(svg|png|webmanifest)$/.test(name))
  return Object.fromEntries(
    await Promise.all(names.map(async name => [name, await readFile(path.join(folder, name))])),
  )
}

/**
 * The web font comes in a hundred slices, fetched only for the characters a page shows and only where the device has no
 * Chinese font of its own. Android gives its Chinese font no family name a style sheet could ask for, but does answer
 * to local(): regular and bold are asked for apart, so that headings stay bold there.
 */
const chineseWebFont = {
  name: 'chinese-web-font',
  setup({ onLoad }) {
    onLoad({ filter: /noto-sans-sc[\\/]index\.css$/ }, async ({ path: file }) => {
      const css = await readFile(file, 'utf8')
      const faces = css.match(/@font-face \{[^}]*\}/g) ?? []
      const weights = [
        ['100 500', ['Noto Sans CJK SC', 'NotoSansCJKsc-Regular', 'Noto Sans SC', 'NotoSansSC-Regular']],
        ['501 900', ['Noto Sans CJK SC Bold', 'NotoSansCJKsc-Bold', 'Noto Sans SC Bold', 'NotoSansSC-Bold']],
      ]
      const contents = weights.flatMap(([range, locals]) =>
        faces.map(face =>
          face
            .replace('font-weight: 100 900', `font-weight: ${range}`)
            .replace('src: ', `src: ${locals.map(name => `local('${name}')`).join(', ')}, `),
        ),
      )
      return { contents: contents.join('\n'), loader: 'css', resolveDir: path.dirname(file) }
    })
  },
}

/**
 * The properties panel’s package brings editors for FEEL and JSON along, 600 kB that write their own styles into the
 * page. Ours has words to choose and a plain text box; what its package needs of them at the start stands here.
 */
const withoutCodeEditors = {
  name: 'without-code-editors',
  setup({ onResolve, onLoad }) {
    const editors = /^(@bpmn-io\/feel(ers)?-editor|@codemirror\/.*|focus-trap)$/
    onResolve({ filter: editors }, ({ path: name }) => ({ path: name, namespace: 'left-out' }))
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: 'module.exports = { Annotation: { define() {} }, jsonParseLinter() {} }',
    }))
  },
}

/** Packed once here, so that a phone on a slow line is served the small form without work per request. */
async function pack(file) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6 }
  await writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file), { params }))
  return `${file}.br`
}

async function filesUnder(folder) {
  const found = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true })
  return found
    .filter(entry => entry.isFile())
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)))
}

async function sweep(folder, keep) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const stale = found.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
  await Promise.all(stale.filter(file => !keep.has(file)).map(file => rm(file, { force: true })))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await mkdir(path.join(root, 'dist/web'), { recursive: true })
  await build()
}
