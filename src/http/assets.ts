import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import express, { type RequestHandler } from 'express'

/** What the build put in dist/web. */
export interface Assets {
  /** the address of a file by its plain name: `style.css` → `/assets/style-2F6K.css` */
  readonly address: (name: string) => string
  /** the drawing of an icon, to stand in the page itself: a page is never seen without its icons */
  readonly drawing: (icon: string) => string
}

/** Reads the build's manifest and icons. @throws when the site was never built */
export function loadAssets(folder: string): Assets {
  const file = path.join(folder, 'manifest.json')
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`)
  const addresses = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>))
  const address = (name: string) => known(addresses, name)
  const sprite = readFileSync(path.join(folder, path.basename(address('icons.svg'))), 'utf8')
  const symbols = sprite.matchAll(/<symbol id="([^"]+)"[^>]*>(.*?)<\/symbol>/gs)
  const drawings = new Map([...symbols].map(([, name = '', drawing = '']) => [name, drawing]))
  return { address, drawing: icon => known(drawings, icon) }
}

function known(built: ReadonlyMap<string, string>, name: string): string {
  const found = built.get(name)
  if (found === undefined) throw new Error(`The build made no "${name}"`)
  return found
}

/** Serves dist/web for ever: a name carries its content's hash. Packed files go to who takes them. */
export function serveAssets(folder: string): RequestHandler[] {
  const packed = new Set(existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.br')) : [])
  return [
    (request, response, next) => {
      const name = request.path.slice(1)
      if (packed.has(`${name}.br`)) {
        response.vary('Accept-Encoding')
        if (request.acceptsEncodings('br')) {
          request.url = `/${name}.br`
          response.set('Content-Encoding', 'br')
          response.type(path.extname(name))
        }
      }
      next()
    },
    express.static(folder, { immutable: true, maxAge: '1y', index: false, redirect: false }),
  ]
}
