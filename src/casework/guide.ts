import { z } from 'zod'
import { type Choice, valuesOf } from './choice.js'

/** Did you read the guide? Measures 知晓度 (方案二, R6). */
export const GUIDE_READ = [
  { value: 'no', label: '没看过' },
  { value: 'web', label: '看过网上' },
  { value: 'paper', label: '看过纸质' },
  { value: 'window', label: '窗口告知' },
] as const satisfies readonly Choice[]

export type GuideRead = (typeof GUIDE_READ)[number]['value']
export const guideReadSchema = z.enum(valuesOf(GUIDE_READ))

/** Did the window ask what the guide says? Measures 精准度 (方案二, R6). */
export const GUIDE_MATCH = [
  { value: 'same', label: '一致' },
  { value: 'more', label: '多要了' },
  { value: 'less', label: '少写了' },
  { value: 'different', label: '说法不同' },
  { value: 'unclear', label: '不清楚' },
] as const satisfies readonly Choice[]

export type GuideMatch = (typeof GUIDE_MATCH)[number]['value']
export const guideMatchSchema = z.enum(valuesOf(GUIDE_MATCH))
