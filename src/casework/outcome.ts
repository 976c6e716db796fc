import { type Choice } from './choice.js'

/** How the citizen's matter ended after the follow-up: replied is not solved (方案三（三）, R19). */
export const OUTCOMES = [
  { value: 'done', label: '已办成' },
  { value: 'notDone', label: '仍未办成' },
  { value: 'givenUp', label: '群众放弃' },
  { value: 'impossible', label: '依法不能办' },
] as const satisfies readonly Choice[]

export type Outcome = (typeof OUTCOMES)[number]['value']
