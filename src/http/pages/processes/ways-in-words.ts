import { text } from '../../../catalogue/index.js'
import type { Handbook } from '../../../runtime/index.js'
import { conditionWords } from './condition-words.js'

type Way = Handbook['outline']['phases'][number]['steps'][number]['next'][number]

/** Where it goes on: 受理：原因分析. Ways that differ only in how they lead to the same place are told together. */
export function waysInWords(ways: readonly Way[]): string[] {
  const byEnd = new Map<string, string[]>()
  for (const way of ways) {
    const to = endWords(way.to)
    byEnd.set(to, [...(byEnd.get(to) ?? []), choiceWords(way)].filter(Boolean))
  }
  return [...byEnd].map(([to, choices]) =>
    choices.length === 0
      ? text('handbook.way.plain', { to })
      : text('handbook.way', { choices: [...new Set(choices)].join('；'), to }),
  )
}

function choiceWords({ choices }: Way): string {
  return choices
    .map(({ name, condition, otherwise }) => {
      if (name !== undefined) return name
      if (condition !== undefined) return conditionWords(condition)
      return otherwise ? text('handbook.way.otherwise') : ''
    })
    .filter(words => words !== '')
    .join('，')
}

function endWords({ type, name, id }: Way['to']): string {
  const to = name === id ? text('handbook.unnamed') : name
  return type === 'bpmn:EndEvent' ? text('handbook.way.end', { to }) : to
}
