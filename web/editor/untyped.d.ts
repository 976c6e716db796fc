// Packages that say nothing of their types.
declare module 'bpmn-js-i18n/translations/zn.js' {
  const translations: Readonly<Record<string, string>>
  export default translations
}
declare module 'bpmn-js-color-picker' {
  const module: Record<string, unknown>
  export default module
}
declare module 'diagram-js-minimap' {
  const module: Record<string, unknown>
  export default module
}
declare module 'bpmn-js-token-simulation/*' {
  const module: Record<string, unknown>
  export default module
}
