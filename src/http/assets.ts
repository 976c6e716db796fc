import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import express, { type RequestHandler } from 'express'

/** The addresses of what the build put in dist/web, by plain name: `style.css` → `/assets/style-2F6K.css`. */
export type Assets = (name: string) => string

/** Reads the build's manifest. @throws when the site was never built */
export function loadAssets(folder: string): Assets {
  const file = path.join(folder, 'manifest.json')
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`)
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>
  return name => {
    const address = Object.hasOwn(manifest, name) ? manifest[name] : undefined
    if (address === undefined) throw new Error(`The build made no "${name}"`)
    return address
  }
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
