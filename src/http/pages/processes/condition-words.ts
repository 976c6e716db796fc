import { factLabel, factOf } from '../../../casework/facts.js'
import { labelOf } from '../../../casework/choice.js'
import { text } from '../../../catalogue/index.js'

/**
 * A condition of the diagram as people would say it: `verdict = "citizen"` → 责任认定为“群众”. What is more than
 * comparing facts with values stays FEEL, which is exact.
 */
export function conditionWords(feel: string): string {
  const parts = feel
    .trim()
    .replaceAll(/\s+/g, ' ')
    .split(/ (and|or) /)
  const said = parts.map((part, index) =>
    index % 2 === 1 ? text(`compare.condition.${part}`) : comparison(part.trim()),
  )
  return said.includes(null) ? feel.trim() : said.join('')
}

function comparison(part: string): string | null {
  const equal = /^(\w+)\s*(=|!=)\s*(.+)$/.exec(part)
  if (equal?.[1] !== undefined) {
    const [, fact = '', sign, literal = ''] = equal
    const value = valueWords(fact, literal)
    if (value === null) return null
    if (literal === 'true' || literal === 'false') {
      const holds = (literal === 'true') === (sign === '=')
      return text(holds ? 'compare.condition.true' : 'compare.condition.not', { fact: factLabel(fact) })
    }
    return text(sign === '=' ? 'compare.condition.is' : 'compare.condition.isNot', {
      fact: factLabel(fact),
      value,
    })
  }
  const among = /^(\w+)\s+in\s+\(([^()]*)\)$/.exec(part)
  if (among?.[1] !== undefined) {
    const [, fact = '', list = ''] = among
    const values = list.split(',').map(one => valueWords(fact, one.trim()))
    if (values.includes(null)) return null
    const quoted = values.map(value => text('compare.condition.quoted', { value })).join('、')
    return text('compare.condition.oneOf', { fact: factLabel(fact), values: quoted })
  }
  const more = /^(\w+)\s*(<=|>=|<|>)\s*(\d+)$/.exec(part)
  if (more?.[1] !== undefined) {
    const [, fact = '', sign = '', value = ''] = more
    const mark = { '<=': '≤', '>=': '≥' }[sign] ?? sign
    return text('compare.condition.more', { fact: factLabel(fact), sign: mark, value })
  }
  return null
}

function valueWords(fact: string, literal: string): string | null {
  const quoted = /^"([^"]*)"$/.exec(literal)?.[1]
  if (quoted === undefined) return /^(\d+|true|false)$/.test(literal) ? literal : null
  const choices = factOf(fact)?.choices
  return choices?.some(({ value }) => value === quoted) ? labelOf(choices, quoted) : quoted
}
