export { moddleExtensions } from './extensions.js'
export { extensionsOf, isA } from './is-a.js'
