import chinese from 'bpmn-js-i18n/translations/zn.js'
import type { Words } from '../words'

/**
 * bpmn-js in Chinese: the catalogue’s sentences (`editor.script.board.…`) before the community’s, which lack some and
 * call some things otherwise than this office does.
 */
export function chineseModule(words: Words, board: Readonly<Record<string, string>>) {
  const translate = (template: string, values: Readonly<Record<string, string | number | undefined>> = {}) =>
    (board[template] ?? chinese[template] ?? template).replace(/\{(\w+)\}/g, (_whole, name: string) =>
      String(values[name] ?? ''),
    )
  return { translate: ['value', translate], words: ['value', words] }
}
