import type { Choice } from './choice.js'

/** How the citizen is told something before the matter is done. The words are the diagram's and are kept as they are. */
export const REPLY_CHANNELS = [
  { value: '电话', label: '电话' },
  { value: '窗口当面', label: '窗口当面' },
  { value: '上门', label: '上门' },
  { value: '短信', label: '短信' },
  { value: '信函', label: '信函' },
  { value: '网上', label: '网上' },
] as const satisfies readonly Choice[]
