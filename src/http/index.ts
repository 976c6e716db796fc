/** The door of the pages. */
export { exportFiles } from './export-files.js'
export { createApp, type App, type AppParts } from './app.js'
export { sitePages } from './site.js'
