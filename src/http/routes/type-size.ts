import { cookieOptions } from '../cookies.js'
import { typeSizeCookie } from '../middleware/page.js'
import { paths } from '../paths.js'
import { route, type Routes } from '../route-table.js'
import { safePath } from '../safe-path.js'

/** 长辈版: larger type on every page, remembered on this device. */
export function typeSizeRoutes(routes: Routes, https: boolean): void {
  route(routes, 'post', paths.typeSize, 'public', (request, response) => {
    const { size, back } = (request.body ?? {}) as Readonly<Record<string, unknown>>
    const value = size === 'large' ? 'large' : 'normal'
    response.cookie(typeSizeCookie, value, { ...cookieOptions(https), maxAge: 365 * 24 * 3_600_000 })
    response.redirect(303, safePath(back, paths.report))
  })
}
