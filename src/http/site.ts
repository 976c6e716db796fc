import type { Config } from '../config.js'
import type { Parts } from '../runtime/index.js'
import type { AppParts } from './app.js'

/** All pages of the office, by area. Each area declares its own routes and who may enter them. */
export function sitePages(_parts: Parts, _config: Config): AppParts['pages'] {
  return []
}
