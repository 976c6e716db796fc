import { z } from 'zod'
import { type Choice, valuesOf } from './choice.js'

/** Who came: a person, a person in business, or a firm. */
export const REPORTER_KINDS = [
  { value: 'person', label: '个人' },
  { value: 'business', label: '个体工商户' },
  { value: 'firm', label: '企业' },
] as const satisfies readonly Choice[]

export type ReporterKind = (typeof REPORTER_KINDS)[number]['value']
export const reporterKindSchema = z.enum(valuesOf(REPORTER_KINDS))
