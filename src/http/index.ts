/** The door of the pages. */
export { createApp, type App, type AppParts } from './app.js'
export { sitePages } from './site.js'
