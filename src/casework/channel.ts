import { z } from 'zod'
import { type Choice, valuesOf } from './choice.js'

/** How the report reached the office (R10, R11). */
export const CHANNELS = [
  { value: 'window', label: '反映窗口' },
  { value: 'qr', label: '扫码' },
  { value: 'web', label: '网上' },
  { value: 'phone', label: '电话' },
] as const satisfies readonly Choice[]

export type Channel = (typeof CHANNELS)[number]['value']
export const channelSchema = z.enum(valuesOf(CHANNELS))

/** How the citizen had applied when it failed: apart from the channel of the report (方案一, R2). */
export const APPLIED_CHANNELS = [
  { value: 'online', label: '线上' },
  { value: 'offline', label: '线下' },
] as const satisfies readonly Choice[]

export type AppliedChannel = (typeof APPLIED_CHANNELS)[number]['value']
export const appliedChannelSchema = z.enum(valuesOf(APPLIED_CHANNELS))
